/** An index row as OpenSearch keeps it: the same words, told apart by tier. */
import type { SearchClass } from "#db/enums/search.ts";
import { WEIGHTS } from "#modules/search/domain/settings.ts";

/** A row of `search_document` and its `search_title`, words in tsvector's text form. */
export type StoredRow = {
  resourceId: number;
  publishedAt: Date;
  class: SearchClass;
  siteIds: readonly number[];
  regionCode: string;
  organisationId: number | null;
  length: number;
  words: string;
  titleWords: string;
};

export type Document = {
  resourceId: number;
  publishedAt: string;
  class: SearchClass;
  siteIds: readonly number[];
  regionCode: string;
  /** Absent where it comes from nobody who is known. */
  organisationId?: number;
  year: number;
  brevity: number;
  filters: readonly string[];
  a: readonly string[];
  b: readonly string[];
  c: readonly string[];
  d: readonly string[];
  titleWords: readonly string[];
};

/** `'word':3A,7` or `word:3A,7`, or without places. */
const LEXEME = /(?:'((?:[^']|'')*)'|([^\s':]+))(?::(\S+))?/g;

/** Which tiers each word of a tsvector stands in; without places it is the text's. */
function* lexemesOf(vector: string): Generator<{ word: string; tiers: string }> {
  for (const [, quoted = "", plain = "", places = ""] of vector.matchAll(LEXEME)) {
    const tiers = places.split(",").map((place) => place.replace(/\d+/, "") || "D");
    yield { word: plain || quoted.replaceAll("''", "'"), tiers: tiers.join("") };
  }
}

const HOURS_AHEAD = 8;
const yearOf = (moment: Date): number =>
  new Date(moment.getTime() + HOURS_AHEAD * 3_600_000).getUTCFullYear();

/** The same as the ranking takes from a longer text. */
const brevityOf = (length: number): number =>
  Number((1 / (1 + WEIGHTS.length * Math.log(1 + length / 200))).toFixed(4));

export function documentOf(row: StoredRow): Document {
  const lexemes = [...lexemesOf(row.words)];
  const texts = lexemes.filter(({ word }) => !word.startsWith("@"));
  const of = (tier: string) =>
    texts.filter(({ tiers }) => tiers.includes(tier)).map(({ word }) => word);
  return {
    resourceId: row.resourceId,
    publishedAt: row.publishedAt.toISOString(),
    class: row.class,
    siteIds: row.siteIds,
    regionCode: row.regionCode,
    ...(row.organisationId === null ? {} : { organisationId: row.organisationId }),
    year: yearOf(row.publishedAt),
    brevity: brevityOf(row.length),
    filters: lexemes.map(({ word }) => word).filter((word) => word.startsWith("@")),
    a: of("A"),
    b: of("B"),
    c: of("C"),
    d: of("D"),
    titleWords: [...lexemesOf(row.titleWords)].map(({ word }) => word),
  };
}
