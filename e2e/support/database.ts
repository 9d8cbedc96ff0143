/** The shared product's own database, for what a test must force: a clock that has run on. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Sql } from "postgres";
import postgres from "postgres";
import { dataDir } from "#e2e/support/product.ts";

export async function withDatabase<Value>(act: (sql: Sql) => Promise<Value>): Promise<Value> {
  const { url } = JSON.parse(readFileSync(join(dataDir(), "postgres.json"), "utf8")) as {
    url: string;
  };
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await act(sql);
  } finally {
    await sql.end();
  }
}
