/** Finding candidates: a bounded number of the newest, or of the best, in one statement each. */
import "server-only";
import type { SQL } from "drizzle-orm";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { Validity } from "#db/enums/resources.ts";
import type { SearchClass } from "#db/enums/search.ts";
import type { Plan, Tier } from "#modules/search/domain/plan.ts";
import type { Candidate } from "#modules/search/domain/rank.ts";
import { SEARCH, WEIGHTS } from "#modules/search/domain/settings.ts";
import { term } from "#modules/search/domain/tsquery.ts";
import { most } from "#modules/search/queries/most.ts";

export type Period = { from: string | null; to: string | null };
export type Weighted = { word: string; weight: number };

const TABLES = {
  title: sql.raw("public_search_title"),
  document: sql.raw("public_search_document"),
};

/** Both days inclusive, in Asia/Shanghai. */
export const within = ({ from, to }: Period): SQL =>
  sql.join(
    [
      sql`true`,
      ...(from ? [sql`published_at >= (${from} || ' 00:00:00+08')::timestamptz`] : []),
      ...(to
        ? [sql`published_at < ((${to} || ' 00:00:00+08')::timestamptz + interval '1 day')`]
        : []),
    ],
    sql` and `,
  );

/** The function is no operator: no index serves it, so the dates do. */
const matches = (plan: Plan, query: string): SQL =>
  plan === "walk" ? sql`ts_match_vq(words, ${query}::tsquery)` : sql`words @@ ${query}::tsquery`;

const newestFirst = sql.raw("order by published_at desc, resource_id desc");

/** Rows that match, newest first, at most `limit`: by the index of words or by a walk over dates. */
export async function listNewest(
  db: Db,
  {
    tier,
    query,
    plan,
    period,
    limit,
  }: { tier: Tier; query: string; plan: Plan; period: Period; limit: number },
): Promise<number[]> {
  const found = sql`select resource_id, published_at from ${TABLES[tier]}
    where ${matches(plan, query)} and ${within(period)}`;
  const rows = await db.execute<{ resource_id: string }>(
    plan === "walk"
      ? sql`${found} ${newestFirst} ${most(limit)}`
      : sql`with found as materialized (${found})
          select resource_id, published_at from found ${newestFirst} ${most(limit)}`,
  );
  return rows.map((row) => Number(row.resource_id));
}

const [D, C, B, A] = WEIGHTS.tiers;
const weights = sql.raw(`'{${D},${C},${B},${A}}'`);

/** Sum of the weights of the words that stand in `words`; those told more often or in better places count more. */
function pointsOf(words: readonly Weighted[]): SQL {
  if (words.length === 0) return sql`0`;
  return sql.join(
    words.map(
      ({ word, weight }) =>
        sql`${weight}::float4 * ts_rank(${weights}, words, ${term(word)}::tsquery)`,
    ),
    sql` + `,
  );
}

const presence = (words: readonly Weighted[]): SQL =>
  sql.join(
    words.map(
      ({ word, weight }) => sql`${weight}::float4 * (words @@ ${term(word)}::tsquery)::int`,
    ),
    sql` + `,
  );

/** The best of those that hold some of the words: first within bounds, then by how much they hold. */
export async function listBest(
  db: Db,
  ask: { tier: Tier; query: string; words: readonly Weighted[]; period: Period; limit: number },
): Promise<number[]> {
  if (ask.words.length === 0) return [];
  const points =
    ask.tier === "title"
      ? presence(ask.words)
      : sql`(${pointsOf(ask.words)}) / (1 + ${WEIGHTS.length}::float4 * ln(1 + length / 200.0))`;
  const length = ask.tier === "title" ? sql`` : sql`, length`;
  const rows = await db.execute<{ resource_id: string }>(sql`
    with found as materialized (
      select resource_id, words || ''::tsvector as words ${length} from ${TABLES[ask.tier]}
      where words @@ ${ask.query}::tsquery and ${within(ask.period)} ${most(SEARCH.widenedDocuments)})
    select resource_id from (select resource_id, ${points} as points from found offset 0) as told
    order by points desc, resource_id desc ${most(ask.limit)}`);
  return rows.map((row) => Number(row.resource_id));
}

type Facts = {
  resource_id: string;
  title: string;
  class: SearchClass;
  validity: Validity;
  published_at: string;
  points: number;
  length: number;
  is_number_found: boolean;
};

/** What ranking needs to know of these. `words` empty: the text is not looked at. */
export async function listFacts(
  db: Db,
  ids: readonly number[],
  { words, keys }: { words: readonly Weighted[]; keys: readonly string[] },
): Promise<Candidate[]> {
  if (ids.length === 0) return [];
  const needsWords = words.length > 0 || keys.length > 0;
  const number =
    keys.length === 0
      ? sql`false`
      : sql`words @@ ${keys.map((key) => term(key)).join(" | ")}::tsquery`;
  const all = words.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const rows = await db.execute<Facts>(sql`
    select resource_id, title, class, validity, published_at::text as published_at, length,
      (${pointsOf(words)}) as points, ${number} as is_number_found
    from (select resource_id, title, class, validity, published_at, length,
      ${needsWords ? sql`words || ''::tsvector` : sql`''::tsvector`} as words
      from public_search_document where resource_id = any(${sql.param(ids)}::bigint[]) offset 0) as candidate`);
  return rows.map((row) => ({
    resourceId: Number(row.resource_id),
    title: row.title,
    class: row.class,
    validity: row.validity,
    publishedAt: new Date(row.published_at),
    // ts_rank gives a word told once its weight divided by π²/6.
    text:
      Math.min(1.5, (Number(row.points) * 1.645) / all) /
      (1 + WEIGHTS.length * Math.log(1 + row.length / 200)),
    isNumberFound: row.is_number_found,
    near: 0,
    clicks: 0,
  }));
}

export type Sample = {
  class: SearchClass;
  siteIds: number[];
  regionCode: string;
  organisationId: number | null;
  year: number;
};

type SampleRow = {
  class: SearchClass;
  site_ids: string[];
  region_code: string;
  organisation_id: string | null;
  year: number;
};

const sampleColumns = sql.raw(`class, site_ids, region_code, organisation_id,
  extract(year from d.published_at at time zone 'Asia/Shanghai')::int as year`);

const sampleOf = (row: SampleRow): Sample => ({
  class: row.class,
  siteIds: row.site_ids.map(Number),
  regionCode: row.region_code,
  organisationId: row.organisation_id === null ? null : Number(row.organisation_id),
  year: row.year,
});

/** Matches up to `countCap` and one more, by a walk the newest: to count and to offer choices by. */
export async function listSample(
  db: Db,
  { tier, query, plan, period }: { tier: Tier; query: string; plan: Plan; period: Period },
): Promise<Sample[]> {
  const found = sql`from ${TABLES[tier]} d where ${matches(plan, query)} and ${within(period)}
    ${plan === "walk" ? newestFirst : sql``} ${most(SEARCH.countCap + 1)}`;
  // Rows of titles do not hold what is counted.
  const rows = await db.execute<SampleRow>(
    tier === "document"
      ? sql`select ${sampleColumns} ${found}`
      : sql`select ${sampleColumns} from (select resource_id ${found}) as found
          join public_search_document d using (resource_id)`,
  );
  return rows.map(sampleOf);
}

/** The same of these. */
export async function listSampleOf(db: Db, ids: readonly number[]): Promise<Sample[]> {
  if (ids.length === 0) return [];
  const rows = await db.execute<SampleRow>(sql`
    select ${sampleColumns} from public_search_document d
    where resource_id = any(${sql.param(ids)}::bigint[])`);
  return rows.map(sampleOf);
}

/** Which of these words a document does without. */
export async function listMissing(
  db: Db,
  resourceId: number,
  words: readonly string[],
): Promise<string[]> {
  const rows = await db.execute<{ word: string }>(sql`
    select word from public_search_document d,
      unnest(${sql.param(words)}::text[], ${sql.param(words.map((word) => term(word)))}::text[]) as asked(word, query)
    where d.resource_id = ${resourceId} and not d.words @@ asked.query::tsquery`);
  return rows.map(({ word }) => word);
}

/** Beginnings of their texts. */
export async function listTexts(
  db: Db,
  ids: readonly number[],
): Promise<{ id: number; text: string }[]> {
  const rows = await db.execute<{ id: string; text: string }>(sql`
    select resource_id as id, left(title || ' ' || body, ${SEARCH.readCharacters}) as text
    from public_search_document where resource_id = any(${sql.param(ids)}::bigint[])`);
  return rows.map(({ id, text }) => ({ id: Number(id), text }));
}
