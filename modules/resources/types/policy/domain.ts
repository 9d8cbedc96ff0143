/** What an official document says of itself: from a record of another system, and on its page. */
import { formatDay } from "#lib/format/moment.ts";
import type { ImportDocument } from "#modules/resources/schema.ts";
import type { IndexFacts, IndexField } from "#modules/resources/types/domain.ts";
import {
  daySaid,
  keywordsSaid,
  lineSaid,
  linesSaid,
  webAddress,
} from "#modules/resources/types/domain.ts";
import { policyMetadata } from "#modules/resources/types/policy/schema.ts";

// The fifteen kinds of the rules of 2012, longest first where one ends another.
const GENRES =
  /(决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要)(?:[（(][^（()）]*[)）])?$/;

/** 体裁 as the title ends: `关于…的通知`. Null when it ends in none of the fifteen. @rule GW-1.10 */
export function genreOf(title: string): string | null {
  return GENRES.exec(title.trim())?.[1] ?? null;
}

/** The fields of a record in an import file (shared schema: `meta.index`, `meta.written`, `meta.level` …). */
export function policyFromRecord(record: ImportDocument): Record<string, unknown> {
  const meta = record.meta ?? {};
  return {
    indexNo: lineSaid(meta["index"]),
    themeCategory: record.category || null,
    genre: lineSaid(meta["genre"]) ?? lineSaid(meta["level"]) ?? genreOf(record.title),
    issuer: record.org || null,
    docNo: record.docNo || null,
    writtenOn: daySaid(meta["written"]),
    effectiveOn: daySaid(meta["effective"]),
    keywords: keywordsSaid(meta["keywords"], /[\s,，;；、]+/),
    history: linesSaid(meta["history"], /\r?\n/),
    originalUrl: webAddress(record.url),
  };
}

export const POLICY_FIELDS = [
  "index-no",
  "theme",
  "genre",
  "issuer",
  "written",
  "title",
  "doc-no",
  "published",
  "effective",
  "keywords",
] as const;
export type PolicyField = (typeof POLICY_FIELDS)[number];

/** Printed only when there is something to print; the others are always there, in this order. @rule GW-1 */
const OPTIONAL: ReadonlySet<PolicyField> = new Set(["effective", "keywords"]);

/** The rows of the index in their fixed order; a value that the source did not give is null. */
export function policyIndex({ title, publishedAt, metadata }: IndexFacts): IndexField[] {
  const said = policyMetadata.safeParse(metadata).data ?? policyMetadata.parse({});
  const values: Record<PolicyField, string | null> = {
    "index-no": said.indexNo,
    theme: said.themeCategory,
    genre: said.genre,
    issuer: said.issuer,
    written: said.writtenOn,
    title,
    "doc-no": said.docNo,
    published: formatDay(publishedAt),
    effective: said.effectiveOn,
    keywords: said.keywords.join(" ") || null,
  };
  return POLICY_FIELDS.filter((field) => values[field] !== null || !OPTIONAL.has(field)).map(
    (field) => ({ field, value: values[field] }),
  );
}
