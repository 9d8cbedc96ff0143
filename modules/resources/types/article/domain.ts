import type { ImportDocument } from "#modules/resources/schema.ts";
import { keywordsSaid, webAddress } from "#modules/resources/types/domain.ts";

/** The fields of a record in an import file. */
export function articleFromRecord(record: ImportDocument): Record<string, unknown> {
  return {
    docNo: record.docNo || null,
    category: record.category || null,
    keywords: keywordsSaid(record.meta?.["keywords"], /[,，;；、]+/),
    originalUrl: webAddress(record.url),
  };
}
