/** The index as citizens may ask it: role zs_public, behind the same breaker as pages. */
import "server-only";
import { withDeadline } from "#db/deadline.ts";
import { env } from "#lib/env.ts";
import { SEARCH } from "#modules/search/domain/settings.ts";
import type { Bases } from "#modules/search/queries/engine.ts";
import { connectSearch, postgresIndex } from "#modules/search/queries/postgres-engine.ts";
import type { SearchAnswer, SearchOptions, SearchQuery } from "#modules/search/schema.ts";

const shared = globalThis as unknown as { zsSearchBases?: Bases };

/** Beyond its own deadline a search only waits for a connection. */
const SPARE_MS = 1_000;

/** The primary, and the replica where there is one. */
function openBases(): Bases {
  const truth = connectSearch().db;
  const replica = env.ZS_SEARCH_DATABASE_URL;
  return { truth, db: replica ? connectSearch(replica).db : truth };
}

/** @throws {AppError} UNAVAILABLE */
export function readSearch<Value>(read: (bases: Bases) => Promise<Value>): Promise<Value> {
  shared.zsSearchBases ??= openBases();
  const bases = shared.zsSearchBases;
  return withDeadline(() => read(bases), SEARCH.deadlineMs + SPARE_MS);
}

/** A citizen's search. @throws {AppError} UNAVAILABLE */
export const searchPublic = (query: SearchQuery, options?: SearchOptions): Promise<SearchAnswer> =>
  readSearch(({ db, truth }) => postgresIndex(db, truth).search(query, options));
