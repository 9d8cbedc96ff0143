import "server-only";
import type { Db } from "#db/client.ts";
import { withDeadline } from "#db/deadline.ts";
import { SEARCH } from "#modules/search/domain/settings.ts";
import { connectSearch, postgresIndex } from "#modules/search/queries/postgres-index.ts";
import type { SearchAnswer, SearchOptions, SearchQuery } from "#modules/search/schema.ts";

const shared = globalThis as unknown as { zsSearchDb?: Db };

/** Beyond its own deadline a search only waits for a connection. */
const SPARE_MS = 1_000;

/** A citizen's search, as role zs_public, behind the same breaker as pages. @throws {AppError} UNAVAILABLE */
export function searchPublic(query: SearchQuery, options?: SearchOptions): Promise<SearchAnswer> {
  shared.zsSearchDb ??= connectSearch().db;
  const index = postgresIndex(shared.zsSearchDb);
  return withDeadline(() => index.search(query, options), SEARCH.deadlineMs + SPARE_MS);
}
