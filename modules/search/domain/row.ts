/** What the index keeps of a resource: pure, so that the verifier can ask for it again. */
import type { ResourceType, Validity } from "#db/enums/resources.ts";
import type { SearchClass } from "#db/enums/search.ts";
import { indexedParts } from "#modules/search/domain/files.ts";
import { fold } from "#modules/search/domain/fold.ts";
import { ownKeys } from "#modules/search/domain/numbers.ts";
import { regionCodes } from "#modules/search/domain/regions.ts";
import { SEARCH } from "#modules/search/domain/settings.ts";
import { textWords, titleWords } from "#modules/search/domain/words.ts";

/** Everything of a live resource that can be searched. */
export type Source = {
  resourceId: number;
  type: ResourceType;
  /** 栏目类别 (`ColumnType`) of the columns it is live in, those of its own site first. */
  columnTypes: readonly string[];
  title: string;
  text: string;
  fileNames: readonly string[];
  /** What stands in its files, as far as it has been read. */
  fileTexts: readonly string[];
  documentNumber: string | null;
  indexNumber: string | null;
  keywords: readonly string[];
  organisation: string | null;
  /** 来源: a row of `source`. */
  organisationId: number | null;
  originSiteId: number;
  /** Online sites where it is live; never empty. */
  siteIds: readonly number[];
  regionCode: string;
  validity: Validity;
  publishedAt: Date;
};

export type Row = {
  resourceId: number;
  class: SearchClass;
  publishedAt: Date;
  originSiteId: number;
  siteIds: number[];
  regionCode: string;
  validity: Validity;
  documentNumber: string | null;
  organisation: string | null;
  organisationId: number | null;
  title: string;
  body: string;
  length: number;
  /** tsvector in its text form. */
  words: string;
  titleWords: string;
};

const CLASS_OF_TYPE: Record<ResourceType, SearchClass> = {
  article: "news",
  link: "hot",
  policy: "policy",
  interpretation: "interpretation",
  leader: "organisation",
  organisation: "organisation",
  service: "service",
  dataset: "data",
  video: "news",
  gallery: "news",
  qa: "interaction",
  interview: "interaction",
  topic: "hot",
};

/** 栏目类别 of the annex (GL-15) that say more of a text than its own type does. */
const CLASS_OF_COLUMN_TYPE: Partial<Record<string, SearchClass>> = {
  办事服务: "service",
  互动交流: "interaction",
  解读回应: "interpretation",
  政策文件: "policy",
  机构职能: "organisation",
  负责人信息: "organisation",
  数据发布: "data",
  专题专栏: "hot",
};

/** Types that are used for everything: where such a text stands tells what it is. */
const PLAIN_TYPES: readonly ResourceType[] = ["article", "video", "gallery"];

export function classOf({ type, columnTypes }: Pick<Source, "type" | "columnTypes">): SearchClass {
  if (!PLAIN_TYPES.includes(type)) return CLASS_OF_TYPE[type];
  const said = columnTypes.flatMap((name) => CLASS_OF_COLUMN_TYPE[name] ?? []);
  return said[0] ?? CLASS_OF_TYPE[type];
}

/** A void document is asked for by one word, however it became void. */
export const isInForce = (validity: Validity): boolean =>
  validity !== "repealed" && validity !== "expired";

/** The greatest place that a tsvector can tell. */
const LAST_PLACE = 16_383;

/** Filters of a row, as words that no text can hold. */
function filtersOf(source: Source): string[] {
  const year = new Date(source.publishedAt.getTime() + 8 * 3_600_000).getUTCFullYear();
  return [
    ...source.siteIds.map((id) => `@s${id}`),
    ...regionCodes(source.regionCode).map((code) => `@r${code}`),
    `@c${classOf(source)}`,
    isInForce(source.validity) ? "@v1" : "@v0",
    `@y${year}`,
    ...(source.organisationId === null ? [] : [`@o${source.organisationId}`]),
  ];
}

type Tier = "A" | "B" | "C" | "D";

const LETTERS: readonly Tier[] = ["A", "B", "C", "D"];

/** A place with its tier as one number, never 0. */
const codeOf = (place: number, tier: Tier): number =>
  Math.min(place, LAST_PLACE) * LETTERS.length + LETTERS.indexOf(tier);

function sayPlace(code: number): string {
  const tier = LETTERS[code % LETTERS.length];
  return `${Math.floor(code / LETTERS.length)}${tier === "D" ? "" : tier}`;
}

/** A word with where it is told. Once, in the text, needs no place: that is what no place means, and half of all words. */
function sayWord(word: string, codes: readonly number[]): string {
  const [first = 0] = codes;
  const tier = LETTERS[first % LETTERS.length];
  if (codes.length === 1 && tier === "D") return word;
  return `${word}:${codes.map(sayPlace).join()}`;
}

type Parts = readonly [Tier, readonly string[]][];

/** By word: the code of its one place, or of all that are kept. */
function placesOf(parts: Parts): Map<string, number | number[]> {
  const found = new Map<string, number | number[]>();
  let place = 0;
  for (const [tier, words] of parts)
    for (const word of words) {
      place += 1;
      const told = found.get(word);
      if (told === undefined) found.set(word, codeOf(place, tier));
      else if (typeof told === "number") found.set(word, [told, codeOf(place, tier)]);
      else if (told.length < SEARCH.occurrences) told.push(codeOf(place, tier));
    }
  return found;
}

/**
 * A tsvector in its text form. No word needs quotes: words of a text are letters, digits, dots and dashes, keys of numbers begin
 * with `#` and filters with `@`. Written for speed: it is much of the work of an index row.
 */
function vector(parts: Parts, filters: readonly string[]): string {
  const found = placesOf(parts);
  let text = "";
  for (const [word, told] of found)
    text += `${sayWord(word, typeof told === "number" ? [told] : told)} `;
  return text + filters.join(" ");
}

/** Words of its files that nothing else of the document holds, each once: enough to find it by. */
function wordsOfFiles(texts: readonly string[], others: readonly (readonly string[])[]): string[] {
  if (texts.length === 0) return [];
  const found = new Set(indexedParts(texts).flatMap((part) => textWords(fold(part))));
  for (const words of others) for (const word of words) found.delete(word);
  return [...found];
}

/** Source → row. Costs about a millisecond for a long text. */
export function rowOf(source: Source): Row {
  const title = fold(source.title);
  const body = source.text.slice(0, SEARCH.indexedCharacters);
  const text = textWords(fold(body));
  const keys = ownKeys(
    source.documentNumber === null ? null : fold(source.documentNumber),
    source.indexNumber === null ? null : fold(source.indexNumber),
  );
  const filters = filtersOf(source);
  const heads = textWords(title);
  const named = source.fileNames.flatMap((name) => textWords(fold(name)));
  const about = [...source.keywords, source.organisation ?? ""].flatMap((part) =>
    textWords(fold(part)),
  );
  return {
    resourceId: source.resourceId,
    class: classOf(source),
    publishedAt: source.publishedAt,
    originSiteId: source.originSiteId,
    siteIds: [...source.siteIds].sort((a, b) => a - b),
    regionCode: source.regionCode,
    validity: source.validity,
    documentNumber: source.documentNumber,
    organisation: source.organisation,
    organisationId: source.organisationId,
    title: source.title,
    body,
    length: text.length,
    words: vector(
      [
        ["A", heads],
        ["B", keys],
        ["C", [...named, ...about]],
        ["D", text],
        ["C", wordsOfFiles(source.fileTexts, [heads, keys, named, about, text])],
      ],
      filters,
    ),
    titleWords: vector([["A", [...new Set([...titleWords(title), ...keys])]]], filters).replace(
      /:\d+A/g,
      "",
    ),
  };
}
