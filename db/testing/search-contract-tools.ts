/** What the parts of the contract share: how documents come in, how they are asked for, what is read of an answer. */
import type { Desk, TestSite } from "#db/testing/desk.ts";
import { bring, bringOne, record, targetOf } from "#db/testing/imported.ts";
import type {
  SearchAnswer,
  SearchIndex,
  SearchOptions,
  SearchQuery,
} from "#modules/search/schema.ts";

/** Nothing chosen, the asked site alone. */
export const questionFor = (
  siteId: number,
  q: string,
  more: Partial<SearchQuery> = {},
): SearchQuery => ({
  q,
  siteId,
  scope: "site",
  class: null,
  sort: "relevance",
  from: null,
  to: null,
  validity: null,
  regionCode: null,
  siteCode: null,
  organisationId: null,
  documentNumber: null,
  field: "all",
  exactTitle: false,
  literal: false,
  page: 1,
  ...more,
});

/** Where the sites of the contract are; each who runs it names them first. */
export const REGIONS = { "990000": "试验省", "990100": "试验市", "990102": "试验县" };

/** An engine, and a desk at an online site of region 990000 to fill it from. */
export type Given = {
  index: () => SearchIndex;
  desk: () => Desk;
  /** A second online site, of region 990102. */
  neighbour: () => TestSite;
  /** Makes what was brought countable, where words are counted apart. */
  settle: () => Promise<void>;
  /** Brings the engine up to what has committed, where it follows the acts instead of standing in them. */
  follow: () => Promise<void>;
  /** Runs this while nothing can be read of the index. */
  stalled: (act: () => Promise<void>) => Promise<void>;
};

/** A machine that is busy with other tests is no reason for half an answer. */
const PATIENT_MS = 15_000;

type More = Record<string, unknown>;
type Asked = Partial<SearchQuery>;

export type Tools = Given & {
  /** One item that is published at the desk's site and followed by the engine. */
  publish: (more: More) => Promise<{ resourceId: number; path: string }>;
  /** Many at once. */
  publishAll: (all: readonly More[]) => Promise<void>;
  /** Asked at the desk's site. */
  search: (q: string, more?: Asked, options?: SearchOptions) => Promise<SearchAnswer>;
  /** The titles of the first page. */
  titles: (q: string, more?: Asked) => Promise<string[]>;
};

export const joined = (runs: readonly { text: string }[]): string =>
  runs.map(({ text }) => text).join("");

export const titlesOf = ({ hits }: SearchAnswer): string[] =>
  hits.map(({ title }) => joined(title));

export function toolsOf(given: Given): Tools {
  const { desk, index, follow } = given;
  const search: Tools["search"] = (q, more, options) =>
    index().search(questionFor(desk().siteId, q, more), { deadlineMs: PATIENT_MS, ...options });
  return {
    ...given,
    search,
    publish: async (more) => {
      const brought = await bringOne(desk().operator, targetOf(desk()), more);
      await follow();
      return brought;
    },
    publishAll: async (all) => {
      const receipts = await bring(desk().operator, targetOf(desk()), ...all.map(record));
      const refused = receipts.find(({ status }) => status !== "imported");
      if (refused) throw new Error(`refused: ${refused.reason}`);
      await follow();
    },
    titles: async (q, more) => titlesOf(await search(q, more)),
  };
}
