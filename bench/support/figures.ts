import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";

export type Outcome = {
  pass: boolean;
  figures: Record<string, unknown>;
  goals: Record<string, unknown>;
};

/** A bench or proof: says what it does, runs, and gives figures beside goals. */
export type Run = (seed: number, say: (line: string) => void) => Promise<Outcome>;

/** The value below which the given share lies; NaN of nothing. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Number(
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(
      1,
    ),
  );
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Small, seeded, good enough to choose by: mulberry32. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Versions of what was measured; PostgreSQL is the embedded one of package.json. */
export function versions(): Record<string, string> {
  const require = createRequire(import.meta.url);
  const of = (name: string) => (require(`${name}/package.json`) as { version: string }).version;
  const { optionalDependencies } = require("#package.json") as {
    optionalDependencies: Record<string, string>;
  };
  const [embedded = ""] = Object.values(optionalDependencies);
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  return {
    node: process.versions.node,
    next: of("next"),
    postgres: embedded.split("-")[0] ?? "",
    commit,
  };
}
