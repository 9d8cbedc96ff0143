/** `npm run prove -- NAME`: see docs/interfaces.md. */
import { runNamed } from "../bench/support/main.ts";

process.exit(await runNamed("prove", process.argv.slice(2)));
