/** Databases that one suite has to itself, for what a shared one cannot show: migrations from nothing. */
import type { Raw } from "#db/client.ts";
import { connect } from "#db/client.ts";
import { fresh } from "#db/testing/scene.ts";
import { env } from "#lib/env.ts";

const urlOf = (name: string): string => {
  const url = new URL(env.DATABASE_URL ?? "");
  url.pathname = `/${name}`;
  return url.href;
};

async function asOwner<Value>(act: (owner: Raw) => Promise<Value>): Promise<Value> {
  const { sql } = connect({
    role: "owner",
    max: 1,
    name: "fresh",
    url: env.DATABASE_URL ?? "",
    statementMs: 60_000,
  });
  try {
    return await act(sql);
  } finally {
    await sql.end();
  }
}

const drop = (name: string) =>
  asOwner(async (owner) => void (await owner.unsafe(`drop database ${name} with (force)`)));

/** A database without a single table. */
export async function emptyDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = fresh("zs_empty_");
  await asOwner(async (owner) => void (await owner.unsafe(`create database ${name}`)));
  return { url: urlOf(name), drop: () => drop(name) };
}
