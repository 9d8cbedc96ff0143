import type { ImportDocument } from "#modules/resources/schema.ts";
import { linesSaid, webAddress } from "#modules/resources/types/domain.ts";

/** The fields of a record in an import file. */
export function articleFromRecord(record: ImportDocument): Record<string, unknown> {
  return {
    docNo: record.docNo || null,
    category: record.category || null,
    keywords: linesSaid(record.meta?.["keywords"], /[,，;；、]+/)
      .filter((word) => word.length <= 30)
      .slice(0, 20),
    originalUrl: webAddress(record.url),
  };
}
