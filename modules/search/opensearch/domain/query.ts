/** Questions in OpenSearch's language. The same words, filters and weights as PostgreSQL is asked with. */
import { SEARCH, WEIGHTS } from "#modules/search/domain/settings.ts";
import type { WordTier } from "#modules/search/opensearch/domain/mapping.ts";
import { TIER_FIELDS } from "#modules/search/opensearch/domain/mapping.ts";
import type { Tree } from "#modules/search/opensearch/domain/tree.ts";
import { treeOf } from "#modules/search/opensearch/domain/tree.ts";

/** The part of the query language that is used, and no more; `db/testing/opensearch` understands exactly this. */
export type Clause =
  | { term: Record<string, { value: string }> }
  | { range: { publishedAt: { gte?: string; lt?: string } } }
  | { bool: { filter?: Clause[]; should?: Clause[]; minimum_should_match?: number } }
  | { constant_score: { filter: Clause; boost: number } }
  | { dis_max: { queries: Clause[] } }
  | {
      function_score: {
        query: Clause;
        field_value_factor: { field: string; missing: number };
        boost_mode: "multiply";
      };
    };

type Tier = "title" | "document";
type Period = { from: string | null; to: string | null };

const DAY_MS = 86_400_000;

/** Both days inclusive, in Asia/Shanghai. */
function rangeOf({ from, to }: Period): Clause[] {
  const begin = (day: string) => Date.parse(`${day}T00:00:00+08:00`);
  const range = {
    ...(from ? { gte: new Date(begin(from)).toISOString() } : {}),
    ...(to ? { lt: new Date(begin(to) + DAY_MS).toISOString() } : {}),
  };
  return from || to ? [{ range: { publishedAt: range } }] : [];
}

const term = (field: string, value: string): Clause => ({ term: { [field]: { value } } });

const anyOf = (should: Clause[]): Clause => ({ bool: { should, minimum_should_match: 1 } });

/** Filters stand in both tiers: titles keep words and filters alike in one field. */
function wordClause(tier: Tier, word: string, tiers: readonly string[]): Clause {
  if (word.startsWith("@")) return term("filters", word);
  if (tier === "title") return term("titleWords", word);
  const [only] = tiers;
  if (only === undefined) return term("words", word);
  const clauses = tiers.map((one) => term(TIER_FIELDS[one as WordTier], word));
  return tiers.length === 1 ? term(TIER_FIELDS[only as WordTier], word) : anyOf(clauses);
}

function clauseOf(tier: Tier, tree: Tree): Clause {
  if (tree.kind === "word") return wordClause(tier, tree.word, tree.tiers);
  const parts = tree.parts.map((part) => clauseOf(tier, part));
  return tree.kind === "all" ? { bool: { filter: parts } } : anyOf(parts);
}

type Asked = { tier: Tier; query: string; period: Period };

const filtersOf = ({ tier, query, period }: Asked): Clause[] => [
  clauseOf(tier, treeOf(query)),
  ...rangeOf(period),
];

/** Milliseconds after which the engine itself gives up. */
const COMMON = { _source: false, timeout: `${SEARCH.engineMs}ms` } as const;

export const newestBody = (ask: Asked & { limit: number }) => ({
  ...COMMON,
  size: ask.limit,
  track_total_hits: false,
  query: { bool: { filter: filtersOf(ask) } } satisfies Clause,
  sort: [{ publishedAt: "desc" }, { resourceId: "desc" }],
});

const [D, C, B, A] = WEIGHTS.tiers;
const TIER_WEIGHTS = { A, B, C, D } as const;
const TIERS = ["A", "B", "C", "D"] as const;

const presence = (field: string, word: string, boost: number): Clause => ({
  constant_score: { filter: term(field, word), boost },
});

type Weighted = { word: string; weight: number };

/** A word counts by the best place it stands in, and a shard's own statistics not at all. */
const scoreOf = (tier: Tier, { word, weight }: Weighted): Clause =>
  tier === "title"
    ? presence("titleWords", word, weight)
    : {
        dis_max: {
          queries: TIERS.map((one) => presence(TIER_FIELDS[one], word, weight * TIER_WEIGHTS[one])),
        },
      };

export function bestBody(ask: Asked & { limit: number; words: readonly Weighted[] }) {
  const should = ask.words.map((one) => scoreOf(ask.tier, one));
  const query: Clause = { bool: { filter: filtersOf(ask), should, minimum_should_match: 0 } };
  return {
    ...COMMON,
    size: ask.limit,
    track_total_hits: false,
    query:
      ask.tier === "title"
        ? query
        : ({
            function_score: {
              query,
              field_value_factor: { field: "brevity", missing: 1 },
              boost_mode: "multiply",
            },
          } satisfies Clause),
    sort: [{ _score: "desc" }, { resourceId: "desc" }],
  };
}

/** How many choices of a kind are counted at most: more than a group has. */
const CHOICES = {
  classes: 20,
  siteIds: 5_000,
  regions: 4_000,
  organisationIds: 1_000,
  years: 200,
} as const;

const choices = (field: string, size: number) => ({ terms: { field, size } });

export const countBody = (ask: Asked) => ({
  ...COMMON,
  size: 0,
  track_total_hits: true,
  query: { bool: { filter: filtersOf(ask) } } satisfies Clause,
  aggs: {
    classes: choices("class", CHOICES.classes),
    siteIds: choices("siteIds", CHOICES.siteIds),
    regions: choices("regionCode", CHOICES.regions),
    organisationIds: choices("organisationId", CHOICES.organisationIds),
    years: choices("year", CHOICES.years),
  },
});
