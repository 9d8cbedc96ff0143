/** Builds what is served, unless that is done: the tests' build and the start's are one. */
import { buildIfNeeded } from "./start/build.ts";

const { isNew } = await buildIfNeeded();
console.log(isNew ? "built" : "nothing changed since the last build");
