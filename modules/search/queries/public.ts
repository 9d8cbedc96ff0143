/** The index as citizens may ask it: role zs_public, behind the same breaker as pages. */
import "server-only";
import type { Db } from "#db/client.ts";
import { withDeadline } from "#db/deadline.ts";
import { SEARCH } from "#modules/search/domain/settings.ts";
import { connectSearch, postgresIndex } from "#modules/search/queries/postgres-index.ts";
import type { SearchAnswer, SearchOptions, SearchQuery } from "#modules/search/schema.ts";

const shared = globalThis as unknown as { zsSearchDb?: Db };

/** Beyond its own deadline a search only waits for a connection. */
const SPARE_MS = 1_000;

/** @throws {AppError} UNAVAILABLE */
export function readSearch<Value>(read: (db: Db) => Promise<Value>): Promise<Value> {
  shared.zsSearchDb ??= connectSearch().db;
  const db = shared.zsSearchDb;
  return withDeadline(() => read(db), SEARCH.deadlineMs + SPARE_MS);
}

/** A citizen's search. @throws {AppError} UNAVAILABLE */
export const searchPublic = (query: SearchQuery, options?: SearchOptions): Promise<SearchAnswer> =>
  readSearch((db) => postgresIndex(db).search(query, options));
