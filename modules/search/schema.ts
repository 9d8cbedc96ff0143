/** What one asks a search index and what it answers; every engine speaks this (docs/adr/0020). */
import type { ResourceType } from "#db/enums/resources.ts";
import type { SearchClass } from "#db/enums/search.ts";
import type { IndexField } from "#modules/resources/types/domain.ts";
import type { SaidPeriod } from "#modules/search/domain/periods.ts";

/** What a citizen asks, parsed from the address of the result page and of the API alike. */
export type SearchQuery = {
  /** As typed, trimmed, NFC; at most `search.queryMaxCharacters` (config), longer is cut and said. "" = nothing asked yet. */
  q: string;
  /** The site whose page was asked, and whether the whole group is searched (`group`) or this site only (`site`). */
  siteId: number;
  scope: "site" | "group";
  class: SearchClass | null;
  sort: "relevance" | "time";
  /** Publication dates, both inclusive, in Asia/Shanghai, YYYY-MM-DD. */
  from: string | null;
  to: string | null;
  validity: "current" | "invalid" | null;
  regionCode: string | null;
  siteCode: string | null;
  /** 来源: a row of `source`. */
  organisationId: number | null;
  /** 高级搜索 */
  documentNumber: string | null;
  field: "all" | "title" | "body";
  exactTitle: boolean;
  /** true: search the words as typed, without folding beyond 简繁/NFKC, synonyms, correction or relaxation. */
  literal: boolean;
  /** From 1; at most `search.lastPage`. */
  page: number;
};

export type SearchHit = {
  resourceId: number;
  /** Where to go: the placement on the asked site if there is one, else the original's. */
  siteId: number;
  siteName: string;
  /** Where the site belongs, names from above: 云川省, 云州市. Empty when its region has no name. */
  place: readonly string[];
  path: string;
  class: SearchClass;
  /** Runs of text; `isHit` ones are shown as <mark>. */
  title: readonly { text: string; isHit: boolean }[];
  snippet: readonly { text: string; isHit: boolean }[];
  /** Name of the file that the snippet is a passage of, when the words stand there only; else null. */
  snippetFile: string | null;
  publishedAt: Date;
  documentNumber: string | null;
  organisation: string | null;
  validity: string;
  /** Other sites that carry the same resource: folded under it. */
  reprints: readonly { siteId: number; siteName: string; path: string }[];
  /** 相关下载 straight from the result; `isWhereFound` when the words stand in the file. */
  attachments: readonly {
    name: string;
    sha256: string;
    extension: string;
    sizeBytes: number;
    isWhereFound: boolean;
  }[];
  /** 搜索即服务: fields of a service or a body, from the edition that is live; null for other types. @rule C42 */
  card: { type: ResourceType; fields: readonly IndexField[] } | null;
  /** Chosen by editors for this question: stands before all others, once. */
  isBestBet: boolean;
  /** 已归档: kept for reading only. @rule KF-2.2 */
  isArchived: boolean;
};

/** What was done with the words, never silently. The surface makes sentences of it. */
export type Understood = {
  /** What was searched in the end. */
  searched: string;
  /** 您是不是要找: offered when what was asked has hits of its own. */
  suggestion: string | null;
  /** Set when what was asked has no hit and a correction was searched instead; the page offers the literal search. */
  corrected: { from: string; to: string } | null;
  /** Official names taken for 俗称 and synonyms. */
  expanded: readonly { from: string; to: readonly string[] }[];
  /** How many hold all the words, when others that hold only some stand with them. */
  whole: number | null;
  /** Words that were let go because all of them together are nowhere. */
  relaxed: readonly string[];
  /** A document number / index number was recognised in its normal spelling. */
  documentNumber: string | null;
  /** Recognised in the query and offered as filters. */
  region: { code: string; name: string; said: string } | null;
  periods: readonly SaidPeriod[];
};

/** `{ 1000, false }` is "1000+". */
export type Count = { count: number; isExact: boolean };

export type SearchAnswer = {
  understood: Understood;
  hits: readonly SearchHit[];
  total: Count;
  pages: number;
  /** Counts of the other choices under the same words. */
  facets: {
    classes: readonly { value: SearchClass; count: Count }[];
    sites: readonly { code: string; name: string; count: Count }[];
    /** Each with what lies below it; `parentCode` is the next one above that has a name. */
    regions: readonly { code: string; name: string; parentCode: string | null; count: Count }[];
    /** Who the items come from, the most frequent first. */
    organisations: readonly { id: number; name: string; count: Count }[];
    years: readonly { value: number; count: Count }[];
  };
  /** What was chosen by a code or a number, by its name; the region from the widest down. */
  chosen: {
    regions: readonly { code: string; name: string }[];
    organisation: { id: number; name: string } | null;
  };
  related: readonly string[];
  /** True when the deadline cut the work: what is shown is right but not all. */
  isPartial: boolean;
  tookMs: number;
};

export type SearchOptions = {
  deadlineMs?: number;
  /** false: the hits alone; `total` is then no more than what was ranked, and there are no facets. */
  hasCounts?: boolean;
};

/** One interface, several engines (PostgreSQL here; an OpenSearch adapter passes the same contract suite). Only live placements on online sites are ever answered. */
export type SearchIndex = {
  search: (query: SearchQuery, options?: SearchOptions) => Promise<SearchAnswer>;
};

/** Titles, services, organisations, columns and official words that begin with or hold what was typed so far (also pinyin and initials). FlexSearch, bounded set, one process. */
export type Suggestion = {
  text: string;
  kind: "word" | "service" | "column" | "organisation" | "title";
  /** The resource whose title it is: shown only while that is to be found. */
  resourceId: number | null;
};
export type Suggestable = Suggestion & {
  /** Where it is at home; empty: everywhere. */
  siteIds: readonly number[];
};
export type Suggest = (ask: {
  siteId: number;
  text: string;
  limit: number;
}) => readonly Suggestion[];
