/** Finding in PostgreSQL's own inverted lists: the engine of every installation that has no other. */
import "server-only";
import type { Db } from "#db/client.ts";
import { connect } from "#db/client.ts";
import { tallyOf } from "#modules/search/domain/facets.ts";
import { SEARCH } from "#modules/search/domain/settings.ts";
import { answer } from "#modules/search/queries/answer.ts";
import { listBest, listNewest, listSample } from "#modules/search/queries/candidates.ts";
import type { Bases, Engine } from "#modules/search/queries/engine.ts";
import { checked } from "#modules/search/queries/engine.ts";
import type { SearchIndex } from "#modules/search/schema.ts";

/** A pool for searches alone: the planner may not guess at what the application has decided. */
export const connectSearch = (url?: string) =>
  connect({
    role: "zs_public",
    max: 4,
    name: "search",
    statementMs: SEARCH.deadlineMs,
    isPrepared: true,
    settings: { enable_seqscan: "off", jit: "off" },
    ...(url ? { url } : {}),
  });

const postgresEngine = (bases: Bases): Engine => ({
  ...bases,
  listNewest: (ask) => listNewest(bases.db, ask),
  listBest: (ask) => listBest(bases.db, ask),
  count: async (ask) => tallyOf(await listSample(bases.db, ask)),
  isBehind: () => false,
});

/**
 * Both must come from `connectSearch`, or plans are left to PostgreSQL.
 * @param truth the primary, where `db` is a replica of it
 */
export const postgresIndex = (db: Db, truth: Db = db): SearchIndex => ({
  search: (query, options) => {
    const engine = postgresEngine({ db, truth });
    // What is read where acts commit cannot lag.
    return answer(db === truth ? engine : checked(engine), query, options ?? {});
  },
});
