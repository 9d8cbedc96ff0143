import { existsSync, readFileSync } from "node:fs";
import type { Socket } from "node:net";
import { connect as connectTcp } from "node:net";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { drizzle } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import postgres from "postgres";
import { dataPath, env } from "#lib/env.ts";

export type Db = PostgresJsDatabase;
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];
export type Raw = Sql;

/** `zs_public` sees only the public views; `zs_app` reads and writes; `owner` migrates. */
export type DatabaseRole = "zs_public" | "zs_app" | "owner";

/** Where the database listens: DATABASE_URL, or the embedded one that `npm start` left running. */
export function databaseUrl(): string {
  if (env.DATABASE_URL) return env.DATABASE_URL;
  const path = dataPath("postgres.json");
  if (!existsSync(path)) throw new Error("no database: set DATABASE_URL, or run `npm start` first");
  const { url } = JSON.parse(readFileSync(path, "utf8")) as { url: string };
  return url;
}

type Addressed = { host: readonly string[]; port: readonly number[] };

/**
 * The way to the server, without waiting to gather small packets: postgres.js ends a COPY with one, which would
 * wait 40 ms for the server to acknowledge the one before. It is still connecting: what is written meanwhile waits.
 */
function socketTo({ host: [host = ""], port: [port = 0] }: Addressed): Socket {
  const socket = connectTcp({ host, port, noDelay: true });
  return Object.assign(socket, { host, port });
}

/** Of several servers, and of a socket in the file system, postgres.js itself finds the way. */
const isOneServer = (url: string): boolean =>
  URL.canParse(url) && !new URL(url).host.includes(",") && new URL(url).hostname !== "";

/** Each connection keeps the plans of its statements: drizzle asks postgres.js for it only where a statement has a name. */
function preparing(sql: Raw): Raw {
  const { unsafe } = sql;
  return Object.assign(sql, {
    unsafe: (...[text, values, options]: Parameters<Raw["unsafe"]>) =>
      unsafe(text, values, { ...options, prepare: true }),
  });
}

/**
 * Opens a pool. Every statement ends after `statementMs`; postgres.js itself may hang for ever when
 * the server goes away at start-up (porsager/postgres #1193), so callers on a citizen's path also
 * use `withDeadline`.
 */
export function connect(options: {
  role: DatabaseRole;
  max: number;
  name: string;
  url?: string;
  statementMs?: number;
  /** Settings of PostgreSQL for this pool. */
  settings?: Readonly<Record<string, string>>;
  /** For pools that ask few different texts often; each connection keeps the plan of each. */
  isPrepared?: boolean;
}): { sql: Raw; db: Db } {
  const url = options.url ?? databaseUrl();
  const sql = postgres(url, {
    ...(isOneServer(url) ? { socket: socketTo } : {}),
    max: options.max,
    connect_timeout: 3,
    idle_timeout: 60,
    onnotice: () => {},
    connection: {
      application_name: `zhengshu-${options.name}`,
      statement_timeout: options.statementMs ?? 10_000,
      ...options.settings,
      ...(options.role === "owner" ? {} : { role: options.role }),
    },
  });
  if (options.isPrepared) preparing(sql);
  return { sql, db: drizzle(sql) };
}

/**
 * One connection beside a pool, with the same rights, for who must ask while every connection of the
 * pool may be held by an act that waits for the answer. It closes when it has rested for a second.
 */
export function besidePool(sql: Raw): Raw {
  // Safe because these are the options of a pool that is open; postgres.js opens LISTEN's in this way.
  return postgres({
    ...sql.options,
    max: 1,
    idle_timeout: 1,
  } as unknown as postgres.Options<never>);
}
