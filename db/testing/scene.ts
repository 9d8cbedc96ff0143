/** A small site of its own for a test, on the database that the runner gives. */
import { randomBytes } from "node:crypto";
import type { Db, Raw } from "#db/client.ts";
import { connect } from "#db/client.ts";
import { env } from "#lib/env.ts";

export type TestDb = { sql: Raw; db: Db; owner: Raw; close: () => Promise<void> };

/** Pools as the application has them, and the owner's for what a test must force. */
export function testDatabase(): TestDb {
  const url = env.DATABASE_URL ?? "";
  if (url === "") throw new Error("the database project sets DATABASE_URL");
  const { sql, db } = connect({ role: "zs_app", max: 4, name: "test", url });
  const { sql: owner } = connect({ role: "owner", max: 2, name: "test-owner", url });
  return { sql, db, owner, close: async () => void (await Promise.all([sql.end(), owner.end()])) };
}

/** A word that no other test has. */
export const fresh = (word: string): string => `${word}${randomBytes(4).toString("hex")}`;

/** Ten digits for 网站标识码 that no other test has. */
export const freshIdCode = (): string =>
  `99${String(Math.floor(Math.random() * 1e8)).padStart(8, "0")}`;
