/** What the index keeps of a resource: pure, so that the verifier can ask for it again. */
import type { ResourceType, Validity } from "#db/enums/resources.ts";
import type { SearchClass } from "#db/enums/search.ts";
import { indexedParts } from "#modules/search/domain/files.ts";
import { fold } from "#modules/search/domain/fold.ts";
import { ownKeys } from "#modules/search/domain/numbers.ts";
import { yearWord } from "#modules/search/domain/plan.ts";
import { regionCodes } from "#modules/search/domain/regions.ts";
import { SEARCH } from "#modules/search/domain/settings.ts";
import { bareVector, beginVector } from "#modules/search/domain/vector.ts";
import { eachTextWord, textWords, titleWords } from "#modules/search/domain/words.ts";

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
  行政监管: "supervision",
  行政执法: "supervision",
  监督检查: "supervision",
  // 事项类型 of the law, where a site keeps a column for each (HD-3.1).
  行政许可: "supervision",
  行政处罚: "supervision",
  行政强制: "supervision",
  行政检查: "supervision",
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

/** Filters of a row, as words that no text can hold. */
function filtersOf(source: Source): string[] {
  const year = new Date(source.publishedAt.getTime() + 8 * 3_600_000).getUTCFullYear();
  return [
    ...source.siteIds.map((id) => `@s${id}`),
    ...regionCodes(source.regionCode).map((code) => `@r${code}`),
    `@c${classOf(source)}`,
    isInForce(source.validity) ? "@v1" : "@v0",
    yearWord(year),
    ...(source.organisationId === null ? [] : [`@o${source.organisationId}`]),
  ];
}

/** Words of its files that nothing else of the document holds, each once: enough to find it by. */
function wordsOfFiles(texts: readonly string[], others: Iterable<string>): Set<string> {
  const found = new Set(indexedParts(texts).flatMap((part) => textWords(fold(part))));
  for (const word of others) found.delete(word);
  return found;
}

/** Source → row. Costs about a millisecond for a long text. */
export function rowOf(source: Source): Row {
  const title = fold(source.title);
  const body = source.text.slice(0, SEARCH.indexedCharacters).toWellFormed();
  const text = fold(body);
  const keys = ownKeys(
    source.documentNumber === null ? null : fold(source.documentNumber),
    source.indexNumber === null ? null : fold(source.indexNumber),
  );
  const filters = filtersOf(source);
  const vector = beginVector();
  eachTextWord(title, vector.of("A"));
  for (const key of keys) vector.of("B").other(key);
  for (const name of [...source.fileNames, ...source.keywords, source.organisation ?? ""])
    eachTextWord(fold(name), vector.of("C"));
  const before = vector.told;
  eachTextWord(text, vector.of("D"));
  const length = vector.told - before;
  if (source.fileTexts.length > 0)
    for (const word of wordsOfFiles(source.fileTexts, vector.words())) vector.of("C").other(word);
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
    length,
    words: vector.end(filters),
    titleWords: bareVector([...titleWords(title), ...keys], filters),
  };
}
