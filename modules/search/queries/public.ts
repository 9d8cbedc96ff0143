/** The index as citizens may ask it: role zs_public, behind the same breaker as pages. */
import "server-only";
import { withDeadline } from "#db/deadline.ts";
import { env } from "#lib/env.ts";
import { logger } from "#lib/logger.ts";
import { SEARCH } from "#modules/search/domain/settings.ts";
import { configuredEngine, EngineError } from "#modules/search/opensearch/queries/client.ts";
import { openSearchIndex } from "#modules/search/opensearch/queries/opensearch-index.ts";
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

/** Until when PostgreSQL finds in the engine's stead. */
let restUntil = 0;

/** The engine that was chosen; while it fails, PostgreSQL, which knows all that it knows. */
async function searchEither(bases: Bases, query: SearchQuery, options: SearchOptions) {
  const postgres = postgresIndex(bases.db, bases.truth);
  const client = env.ZS_SEARCH_ENGINE === "opensearch" ? configuredEngine() : null;
  if (!client || performance.now() < restUntil) return await postgres.search(query, options);
  try {
    return await openSearchIndex(client, bases).search(query, options);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    restUntil = performance.now() + SEARCH.engineRestMs;
    logger.warn({ message: error.message, status: error.status }, "PostgreSQL finds instead");
    return await postgres.search(query, options);
  }
}

/** A citizen's search. @throws {AppError} UNAVAILABLE */
export const searchPublic = (
  query: SearchQuery,
  options: SearchOptions = {},
): Promise<SearchAnswer> => readSearch((bases) => searchEither(bases, query, options));
