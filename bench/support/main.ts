import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Run } from "./figures.ts";
import { versions } from "./figures.ts";

const FOLDER = join(import.meta.dirname, "..");
const DEFAULT_SEED = 20_261_125;
/** No measurement takes longer, a million documents included; the product ends with this process, however it ends. */
const LIMIT_MS = 90 * 60_000;

const namesOf = (kind: string): string[] =>
  readdirSync(FOLDER).flatMap((file) =>
    file.endsWith(`.${kind}.ts`) ? [file.replace(`.${kind}.ts`, "")] : [],
  );

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
  const path = join(FOLDER, `${id}.${kind}.ts`);
  const seed = Number(values.seed ?? DEFAULT_SEED);
  if (!/^[a-z-]+$/.test(id) || !existsSync(path) || !Number.isSafeInteger(seed)) {
    const names = namesOf(kind).join(", ");
    process.stderr.write(`npm run ${kind} -- NAME [--seed N]，NAME 是 one of: ${names}\n`);
    return 2;
  }
  const watchdog = setTimeout(() => {
    process.stderr.write(`${id}: ${LIMIT_MS / 60_000} 分钟内没有做完 not done in time\n`);
    process.exit(1);
  }, LIMIT_MS);
  const startedAt = performance.now();
  const { run } = (await import(path)) as { run: Run };
  const { pass, figures, goals } = await run(seed, (line) => process.stdout.write(`${line}\n`));
  clearTimeout(watchdog);
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
  const report = { id, pass, figures, goals, seed, versions: versions(), seconds };
  if (kind === "prove") writeFileSync(`proof/${id}.json`, `${JSON.stringify(report, null, 2)}\n`);
  process.stdout.write(`${JSON.stringify(report)}\n`);
  return pass ? 0 : 1;
}
