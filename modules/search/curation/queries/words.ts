/** Synonyms and protected words as the desk lists them. */
import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { CURATION } from "#modules/search/domain/settings.ts";

/** `words`: stands in them; `after`: the last word of the screen before. */
export type WordFilter = { words: string | null; after: string | null; limit: number };

export type Saved = { updatedAt: Date; updatedBy: string; updatedByName: string | null };
export type SynonymRow = Saved & { word: string; official: string[] };
export type ProtectedRow = Saved & { word: string };

type SavedColumns = { updated_at: string; updated_by: string; updated_by_name: string | null };

const savedOf = (row: SavedColumns): Saved => ({
  updatedAt: new Date(row.updated_at),
  updatedBy: row.updated_by,
  updatedByName: row.updated_by_name,
});

const saved = sql`w.updated_at::text as updated_at, w.updated_by, a.display_name as updated_by_name`;
const saver = sql`left join staff_account a on 'staff:' || a.id = w.updated_by`;

const holding = (words: string): string => `%${words.replaceAll(/[\\%_]/g, "\\$&")}%`;

/** In the order of their characters. */
export async function listSynonymRows(
  db: Db,
  { words, after, limit }: WordFilter,
): Promise<SynonymRow[]> {
  const pattern = words === null ? null : holding(words);
  const rows = await db.execute<SavedColumns & { word: string; official: string[] }>(sql`
    select w.word, w.official, ${saved} from search_synonym w ${saver}
    where (${after}::text is null or w.word > ${after})
      and (${pattern}::text is null or w.word like ${pattern}
        or exists (select from unnest(w.official) as o(name) where o.name ilike ${pattern}))
    order by w.word limit ${limit}`);
  return rows.map((row) => ({ ...savedOf(row), word: row.word, official: row.official }));
}

export async function listProtectedRows(
  db: Db,
  { words, after, limit }: WordFilter,
): Promise<ProtectedRow[]> {
  const pattern = words === null ? null : holding(words);
  const rows = await db.execute<SavedColumns & { word: string }>(sql`
    select w.word, ${saved} from search_protected w ${saver}
    where (${after}::text is null or w.word > ${after})
      and (${pattern}::text is null or w.word like ${pattern})
    order by w.word limit ${limit}`);
  return rows.map((row) => ({ ...savedOf(row), word: row.word }));
}

/** How many there are of each. */
export async function countWords(db: Db): Promise<{ synonyms: number; protected: number }> {
  const [row] = await db.execute<{ synonyms: number; protected: number }>(sql`
    select (select count(*)::int from search_synonym) as synonyms,
      (select count(*)::int from search_protected) as protected`);
  return row ?? { synonyms: 0, protected: 0 };
}

/** All of them, for a file. */
export async function listAllSynonyms(db: Db): Promise<{ word: string; official: string[] }[]> {
  const rows = await db.execute<{ word: string; official: string[] }>(sql`
    select word, official from search_synonym order by word limit ${CURATION.fileRows}`);
  return [...rows];
}

export async function listAllProtected(db: Db): Promise<string[]> {
  const rows = await db.execute<{ word: string }>(sql`
    select word from search_protected order by word limit ${CURATION.fileRows}`);
  return rows.map(({ word }) => word);
}
