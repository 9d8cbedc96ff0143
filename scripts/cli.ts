/**
 * `npm run cli -- COMMAND`: the operator's hand. Every command goes through the same commands of the
 * modules as the desk does. Results on stdout, complaints on stderr; exit code 0, 1 (refused) or 2 (bad call).
 */
import { registerHooks } from "node:module";

// To learn that a file is a module, Node reads the whole package.json above it, anew for each of the
// hundreds of drizzle's files: 100 MB of garbage and half of the time until a command runs. All are modules.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier.startsWith("./") && context.parentURL?.includes("/node_modules/drizzle-orm/")
      ? { url: new URL(specifier, context.parentURL).href, format: "module", shortCircuit: true }
      : next(specifier, context),
});

const { runCli } = await import("./cli/main.ts");
process.exit(await runCli());
