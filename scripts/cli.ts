/**
 * `npm run cli -- COMMAND`: the operator's hand. Every command goes through the same commands of the
 * modules as the desk does. Results on stdout, complaints on stderr; exit code 0, 1 (refused) or 2 (bad call).
 */
import { setFlagsFromString } from "node:v8";

// Loading the program makes 100 MB of garbage (drizzle's package.json is read for each of its files);
// a heap whose young part does not grow collects it at once. Set before anything else is loaded.
setFlagsFromString("--semi-space-growth-factor=1");

const { runCli } = await import("./cli/main.ts");
process.exit(await runCli());
