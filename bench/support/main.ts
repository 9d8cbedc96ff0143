import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Run } from "./figures.ts";
import { versions } from "./figures.ts";

const FOLDER = join(import.meta.dirname, "..");
const DEFAULT_SEED = 20_261_125;

/**
 * Runs `bench/<name>.<kind>.ts`: human lines, then one line of JSON. A proof is also written to
 * `proof/<name>.json`. Exit code 1 when a goal is missed, 2 for a name that is none.
 */
export async function runNamed(kind: "bench" | "prove", argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: { seed: { type: "string" } },
    allowPositionals: true,
  });
  const [id = ""] = positionals;
  const names = readdirSync(FOLDER).flatMap((file) =>
    file.endsWith(`.${kind}.ts`) ? [file.replace(`.${kind}.ts`, "")] : [],
  );
  const path = join(FOLDER, `${id}.${kind}.ts`);
  if (!/^[a-z-]+$/.test(id) || !existsSync(path)) {
    process.stderr.write(`npm run ${kind} -- NAME，NAME 是 one of: ${names.join(", ")}\n`);
    return 2;
  }
  const seed = Number(values.seed ?? DEFAULT_SEED);
  const startedAt = performance.now();
  const { run } = (await import(path)) as { run: Run };
  const { pass, figures, goals } = await run(seed, (line) => process.stdout.write(`${line}\n`));
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
  const report = { id, pass, figures, goals, seed, versions: versions(), seconds };
  if (kind === "prove") writeFileSync(`proof/${id}.json`, `${JSON.stringify(report, null, 2)}\n`);
  process.stdout.write(`${JSON.stringify(report)}\n`);
  return pass ? 0 : 1;
}
