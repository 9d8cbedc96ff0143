import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

/** Real documents and hostile files; part of our workplace, not of the repository. */
const dataFolder = join(import.meta.dirname, "../shared/data");

const NEVER = ["**/node_modules/**", ".next*/**", ".data/**", "e2e/**"];
const DATA = ["**/*.data.test.ts"];
const DATABASE = [
  "modules/**/{queries,commands,loaders}.test.ts",
  "modules/**/{queries,commands,loaders}/**/*.test.ts",
  "db/**/*.test.ts",
  "worker/**/*.test.ts",
  "**/*.db.test.ts",
];

/** Secrets made by a test must not land in the repository's own .data. */
const env = { DATA_DIR: join(tmpdir(), "zs-unit"), ZS_LOG_LEVEL: "silent" };

// Outside Next there is no browser to leak to, and the package's own entry throws there.
const resolve = {
  alias: { "server-only": join(import.meta.dirname, "node_modules/server-only/empty.js") },
};

export default defineConfig({
  root: import.meta.dirname,
  test: {
    maxWorkers: 2,
    passWithNoTests: true,
    projects: [
      {
        resolve,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...NEVER, ...DATA, ...DATABASE],
          env,
          // Nothing waits here: a busy machine only takes longer for a thousand cases.
          testTimeout: 60_000,
        },
      },
      {
        resolve,
        test: {
          name: "data",
          include: existsSync(dataFolder) ? DATA : [],
          exclude: NEVER,
          env: { ...env, ZS_SHARED_DATA: dataFolder },
          testTimeout: 60_000,
        },
      },
      {
        resolve,
        test: {
          name: "database",
          include: DATABASE,
          exclude: [...NEVER, ...DATA],
          // Each test rolls back or owns its site, but pools and NOTIFY are shared: one file at a time.
          fileParallelism: false,
          globalSetup: ["scripts/test/need-database.ts"],
          testTimeout: 20_000,
        },
      },
    ],
  },
});
