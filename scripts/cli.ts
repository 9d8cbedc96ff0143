/**
 * `npm run cli -- COMMAND`: the operator's hand. Every command goes through the same commands of the
 * modules as the desk does. Results on stdout, complaints on stderr; exit code 0, 1 (refused) or 2 (bad call).
 */
import type { ResolveHookSync } from "node:module";
import { registerHooks } from "node:module";

const DRIZZLE = "/node_modules/drizzle-orm/";
const known = new Map<string, ReturnType<ResolveHookSync>>();

// Of every file of drizzle, and for every file that asks for drizzle, Node reads its package.json of 180 kB
// anew: 100 MB of garbage, and half of the time until a command runs.
registerHooks({
  resolve: (specifier, context, next) => {
    const { parentURL } = context;
    if (specifier.startsWith(".") && parentURL?.includes(DRIZZLE))
      return { url: new URL(specifier, parentURL).href, format: "module", shortCircuit: true };
    const found = known.get(specifier) ?? next(specifier, context);
    if (found.url.includes(DRIZZLE)) known.set(specifier, { ...found, shortCircuit: true });
    return found;
  },
});

const { runCli } = await import("./cli/main.ts");
process.exit(await runCli());
