/** The index as citizens may ask it: role zs_public, behind the same breaker as pages. */
import "server-only";
import { withDeadline } from "#db/deadline.ts";
import { env } from "#lib/env.ts";
import { logger } from "#lib/logger.ts";
import { SEARCH } from "#modules/search/domain/settings.ts";
import { configuredEngine } from "#modules/search/opensearch/queries/client.ts";
import { openSearchIndex } from "#modules/search/opensearch/queries/opensearch-index.ts";
import type { Bases } from "#modules/search/queries/engine.ts";
import { connectSearch, postgresIndex } from "#modules/search/queries/postgres-engine.ts";
import type {
  SearchAnswer,
  SearchIndex,
  SearchOptions,
  SearchQuery,
} from "#modules/search/schema.ts";

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

type Way = { name: string; index: SearchIndex };

/** Who finds, the first that is well: the chosen engine, the replica, the primary. */
function waysOf({ db, truth }: Bases): { others: Way[]; last: SearchIndex } {
  const client = env.ZS_SEARCH_ENGINE === "opensearch" ? configuredEngine() : null;
  const engine = client ? openSearchIndex(client, { db, truth }) : null;
  const replica = db === truth ? null : postgresIndex(db, truth);
  const others = [
    ...(engine ? [{ name: "OpenSearch", index: engine }] : []),
    ...(replica ? [{ name: "the replica", index: replica }] : []),
  ];
  return { others, last: postgresIndex(truth) };
}

/** Until when who failed is left alone. */
const restUntil = new Map<string, number>();

async function searchBy(bases: Bases, query: SearchQuery, options: SearchOptions) {
  const { others, last } = waysOf(bases);
  for (const { name, index } of others) {
    if (performance.now() < (restUntil.get(name) ?? 0)) continue;
    try {
      return await index.search(query, options);
    } catch (error) {
      restUntil.set(name, performance.now() + SEARCH.engineRestMs);
      logger.warn({ message: (error as Error).message }, `${name} does not find`);
    }
  }
  return await last.search(query, options);
}

/** A citizen's search. @throws {AppError} UNAVAILABLE */
export const searchPublic = (
  query: SearchQuery,
  options: SearchOptions = {},
): Promise<SearchAnswer> => readSearch((bases) => searchBy(bases, query, options));
