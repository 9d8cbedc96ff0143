/** How any type reads what a record of another system says. Values in, values out. */
import type { ResourceType, Validity } from "#db/enums/resources.ts";
import { daySchema } from "#lib/day-schema.ts";
import type { ImportDocument } from "#modules/resources/schema.ts";

const MAX_KEYWORD = 30;
const MAX_KEYWORDS = 20;

/** A line of text, or null when there is none. */
export function lineSaid(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

/** Several, from a list or from one line cut by `between`. */
export function linesSaid(value: unknown, between: RegExp): string[] {
  const found = Array.isArray(value) ? value : (lineSaid(value)?.split(between) ?? []);
  return [...new Set(found.map(lineSaid).filter((line) => line !== null))];
}

/** Words to find it by; what is too long for one, or too many, is left out. */
export const keywordsSaid = (value: unknown, between: RegExp): string[] =>
  linesSaid(value, between)
    .filter((word) => word.length <= MAX_KEYWORD)
    .slice(0, MAX_KEYWORDS);

/** `2019-1-2`, `2019年1月2日`, `2019-01-02` → `2019-01-02`. What is no such day stays as it is, for the schema to refuse. */
export function daySaid(value: unknown): string | null {
  const said = lineSaid(value);
  const [, year, month, day] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(said ?? "") ?? [];
  return year && month && day ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : said;
}

/** Without blanks and punctuation: what is left when a text is set another way. */
export const lettersOf = (text: string): string => text.replace(/[\s\p{P}]/gu, "");

export type IndexFacts = { title: string; publishedAt: Date; metadata: unknown };

/** A row of the table that a page prints above its text; named `TYPE.fields.FIELD` in lib/i18n. */
export type IndexField = {
  field: string;
  /** Null: the source did not say. */
  value: string | null;
  /** Numbers to call are in it; it is an address; it has several lines. Absent: a line of text. */
  kind?: "phone" | "web" | "lines";
};

/** Those that say something. */
export const givenOnly = (fields: readonly IndexField[]): IndexField[] =>
  fields.filter(({ value }) => value !== null && value !== "");

export const webAddress = (url: string | null | undefined): string | null =>
  url && /^https?:\/\//.test(url) && URL.canParse(url) ? url : null;

/** Words that other systems use for 有效性. */
const VALIDITY_WORDS: Record<string, Validity> = {
  有效: "current",
  现行有效: "current",
  现行: "current",
  尚未施行: "current",
  尚未生效: "current",
  修改: "amended",
  已修改: "amended",
  已修订: "amended",
  部分失效: "partly-void",
  废止: "repealed",
  已废止: "repealed",
  失效: "expired",
  已失效: "expired",
};

export type ValiditySaid = {
  validity: Validity;
  /** Since when, `YYYY-MM-DD`. */
  on: string | null;
  /** The record, by its id in the same system, that stands in its place. */
  replacedBy: string | null;
};

/** Of types that have no validity, whatever `status` means there. */
export const IN_FORCE: ValiditySaid = { validity: "current", on: null, replacedBy: null };

/**
 * What `meta.status` says; without it a document is in force, as one that is published here.
 * @throws when the word is not known: to call a void document valid would be worse than to refuse it
 */
export function validitySaid({ meta }: ImportDocument): ValiditySaid {
  const word = lineSaid(meta?.["status"]);
  const validity = word === null ? "current" : VALIDITY_WORDS[word];
  if (!validity) throw new Error(`meta.status: unknown word ${word}`);
  const on = daySaid(meta?.["statusDate"]);
  if (on !== null && !daySchema.safeParse(on).success)
    throw new Error("meta.statusDate: not a day");
  return { validity, on, replacedBy: lineSaid(meta?.["replacedBy"]) };
}

const TYPE_WORDS: Record<string, ResourceType> = {
  link: "link",
  policy: "policy",
  law: "policy",
  guide: "service",
  service: "service",
  organisation: "organisation",
};

/** The type a record becomes when nobody says otherwise. Cases among the laws are reading matter, not documents. */
export function typeSaid({ type, category }: ImportDocument): ResourceType {
  const isCase = category?.startsWith("案例") ?? false;
  return isCase ? "article" : (TYPE_WORDS[type] ?? "article");
}

export type MetadataField = {
  name: string;
  /** One line; a day, `YYYY-MM-DD`; several words with blanks between; a text; several, one a line. */
  kind: "line" | "day" | "words" | "text" | "lines";
};

const line = (name: string): MetadataField => ({ name, kind: "line" });
const text = (name: string): MetadataField => ({ name, kind: "text" });
const lines = (name: string): MetadataField => ({ name, kind: "lines" });

/** What an editor may say of a piece of a type beside its text, in this order. @rule GW-1 */
export const METADATA_FIELDS: Partial<Record<ResourceType, readonly MetadataField[]>> = {
  article: [line("docNo"), { name: "keywords", kind: "words" }],
  policy: [
    line("indexNo"),
    line("themeCategory"),
    line("genre"),
    line("issuer"),
    { name: "writtenOn", kind: "day" },
    line("docNo"),
    { name: "effectiveOn", kind: "day" },
    { name: "keywords", kind: "words" },
  ],
  service: [
    line("agency"),
    line("division"),
    line("phone"),
    line("supervisionPhone"),
    line("place"),
    line("hours"),
    line("itemType"),
    { name: "audience", kind: "words" },
    text("conditions"),
    lines("process"),
    lines("materials"),
    line("promisedTime"),
    line("legalTime"),
    line("fee"),
    line("onlineUrl"),
    line("platform"),
    line("booking"),
    line("courier"),
    text("legalBasis"),
    line("taskCode"),
  ],
  organisation: [
    lines("duties"),
    lines("divisions"),
    line("head"),
    line("address"),
    line("postcode"),
    line("officeHours"),
    line("officePhone"),
    line("fax"),
    line("website"),
  ],
};

const BETWEEN: Partial<Record<MetadataField["kind"], { parts: RegExp; join: string }>> = {
  words: { parts: /\s+/, join: " " },
  lines: { parts: /\r?\n/, join: "\n" },
};

/** What stands in a field for a value. */
export function fieldText({ kind }: MetadataField, value: unknown): string {
  if (Array.isArray(value)) return value.join(BETWEEN[kind]?.join ?? " ");
  return typeof value === "string" ? value : "";
}

/** The value that the words in a field mean. */
export function fieldValue({ kind }: MetadataField, text: string): string | string[] | null {
  const between = BETWEEN[kind];
  if (between) {
    const parts = text.split(between.parts).map((part) => part.trim());
    return [...new Set(parts.filter((part) => part !== ""))];
  }
  return text.trim() === "" ? null : text.trim();
}
