import { formatMoment } from "#lib/format/moment.ts";
import type { Words } from "#lib/i18n/words.ts";
import type { WordRow } from "#modules/search/components/word-table.tsx";
import type { Saved } from "#modules/search/curation/queries/words.ts";

/** A row as the screen shows it: who saved it and when, in words. */
export function wordRowOf(row: Saved & { word: string; official?: string[] }, say: Words): WordRow {
  const who = row.updatedByName ?? say("curation.list.by-command");
  return {
    word: row.word,
    official: row.official ?? null,
    saved: say("curation.list.by", { who, time: formatMoment(row.updatedAt) }),
  };
}
