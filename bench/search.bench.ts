/** A million documents of 800 characters on one machine. About half an hour. */
import type { Run } from "./support/figures.ts";
import { searchSpeed } from "./support/search-speed.ts";

export const run: Run = (seed, say) => searchSpeed(1_000_000, seed, say);
