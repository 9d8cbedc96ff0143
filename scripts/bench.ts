/** `npm run bench -- NAME`: see docs/interfaces.md. */
import { runNamed } from "../bench/support/main.ts";

process.exit(await runNamed("bench", process.argv.slice(2)));
