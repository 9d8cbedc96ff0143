/** Finding in OpenSearch. It finds numbers; rows, order and what readers see are PostgreSQL's, as ever. */
import "server-only";
import * as z from "zod";
import { SEARCH_CLASSES } from "#db/enums/search.ts";
import type { Tally } from "#modules/search/domain/facets.ts";
import { SEARCH } from "#modules/search/domain/settings.ts";
import { bestBody, countBody, newestBody } from "#modules/search/opensearch/domain/query.ts";
import type { Client } from "#modules/search/opensearch/queries/client.ts";
import { answer } from "#modules/search/queries/answer.ts";
import type { Bases, Engine } from "#modules/search/queries/engine.ts";
import { checked } from "#modules/search/queries/engine.ts";
import type { SearchIndex } from "#modules/search/schema.ts";

const found = z.object({
  timed_out: z.literal(false),
  hits: z.object({ hits: z.array(z.object({ _id: z.string().regex(/^\d+$/) })) }),
});

const choices = <Key extends z.ZodType>(key: Key) =>
  z.object({
    doc_count_error_upper_bound: z.number(),
    sum_other_doc_count: z.number(),
    buckets: z.array(z.object({ key, doc_count: z.number() })),
  });

const counted = z.object({
  timed_out: z.literal(false),
  hits: z.object({ total: z.object({ value: z.number(), relation: z.enum(["eq", "gte"]) }) }),
  aggregations: z.object({
    classes: choices(z.enum(SEARCH_CLASSES)),
    siteIds: choices(z.number()),
    regions: choices(z.string()),
    organisationIds: choices(z.number()),
    years: choices(z.number()),
  }),
});

type Choices<Key> = {
  doc_count_error_upper_bound: number;
  buckets: { key: Key; doc_count: number }[];
};

const told = <Key>(choice: Choices<Key>) =>
  choice.buckets.map(({ key, doc_count }) => ({
    value: key,
    count: { count: doc_count, isExact: choice.doc_count_error_upper_bound === 0 },
  }));

function tallyOf({ hits, aggregations }: z.infer<typeof counted>): Tally {
  return {
    total: { count: hits.total.value, isExact: hits.total.relation === "eq" },
    classes: told(aggregations.classes),
    siteIds: told(aggregations.siteIds),
    regions: told(aggregations.regions),
    organisationIds: told(aggregations.organisationIds),
    years: told(aggregations.years),
  };
}

function openSearchEngine(client: Client, bases: Bases): Engine {
  // Some of the shards is not an answer: PostgreSQL has all of it.
  const path = `/${client.alias}/_search?allow_partial_search_results=false`;
  const ask = <Answer>(body: object, shape: z.ZodType<Answer>) =>
    client.call({ method: "POST", path, body, timeoutMs: SEARCH.engineMs }, shape);
  const idsOf = async (body: object): Promise<number[]> =>
    (await ask(body, found)).hits.hits.map(({ _id }) => Number(_id));
  return {
    ...bases,
    listNewest: (asked) => idsOf(newestBody(asked)),
    listBest: (asked) => (asked.words.length === 0 ? Promise.resolve([]) : idsOf(bestBody(asked))),
    count: async (asked) => tallyOf(await ask(countBody(asked), counted)),
    isBehind: () => false,
  };
}

/** It follows the acts at some distance, so that each answer is checked. @throws {EngineError} from `search` */
export const openSearchIndex = (client: Client, bases: Bases): SearchIndex => ({
  search: (query, options) =>
    answer(checked(openSearchEngine(client, bases)), query, options ?? {}),
});
