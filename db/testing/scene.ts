/** A small site of its own for a test, on the database that the runner gives. */
import { randomBytes } from "node:crypto";
import type { Db, Raw } from "#db/client.ts";
import { connect } from "#db/client.ts";
import { env } from "#lib/env.ts";

/** Pools as the application's processes have them, and the owner's for what a test must force. */
export type TestDb = {
  sql: Raw;
  db: Db;
  owner: Raw;
  /** What citizens' processes read by: role zs_public. */
  citizen: Db;
  close: () => Promise<void>;
};

export function poolsOf(url: string): TestDb {
  const { sql, db } = connect({ role: "zs_app", max: 6, name: "test", url });
  const { sql: owner } = connect({ role: "owner", max: 2, name: "test-owner", url });
  const { sql: reader, db: citizen } = connect({
    role: "zs_public",
    max: 4,
    name: "test-public",
    url,
  });
  const close = async () => void (await Promise.all([sql.end(), owner.end(), reader.end()]));
  return { sql, db, owner, citizen, close };
}

export function testDatabase(): TestDb {
  const url = env.DATABASE_URL ?? "";
  if (url === "") throw new Error("the database project sets DATABASE_URL");
  return poolsOf(url);
}

/** A word that no other test has. */
export const fresh = (word: string): string => `${word}${randomBytes(4).toString("hex")}`;

/** The same without a figure: what may be somebody's number is not kept by the query log. */
export const freshLetters = (word: string): string =>
  fresh(word).replace(/\d/g, (figure) => "ghijklmnop".charAt(Number(figure)));

/** Ten digits for 网站标识码 that no other test has. */
export const freshIdCode = (): string =>
  `99${String(Math.floor(Math.random() * 1e8)).padStart(8, "0")}`;
