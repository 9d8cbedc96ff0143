import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { Frequencies } from "#modules/search/domain/plan.ts";
import type { Synonyms } from "#modules/search/domain/question.ts";

/** Row of `search_term` that holds how many documents there are. */
const TOTAL = "";
/** A word that the last count did not see is taken to be rare. */
const UNSEEN = 20;

export type TermCounts = { documents: Frequencies; titles: Frequencies };

/** How common these words are, in texts and in titles; from the last count. */
export async function countTerms(db: Db, words: readonly string[]): Promise<TermCounts> {
  const rows = await db.execute<{ term: string; documents: number; titles: number }>(sql`
    select term, documents, titles from public_search_term
    where term = any(${sql.param([...new Set([...words, TOTAL])])}::text[])`);
  const known = new Map(rows.map((row) => [row.term, row]));
  const total = Math.max(1, known.get(TOTAL)?.documents ?? 1);
  const frequencies = (field: "documents" | "titles"): Frequencies => ({
    total,
    of: (word) => Math.min(total, known.get(word)?.[field] || UNSEEN),
  });
  return { documents: frequencies("documents"), titles: frequencies("titles") };
}

/** Words of titles that sound so, the most common ones of each sound. */
export async function listBySound(
  db: Db,
  sounds: readonly string[],
): Promise<Map<string, { term: string; titles: number }[]>> {
  const rows = await db.execute<{ term: string; sound: string; titles: number }>(sql`
    select term, sound, titles from public_search_term
    where sound = any(${sql.param([...new Set(sounds)])}::text[]) order by titles desc, term limit 500`);
  const found = new Map<string, { term: string; titles: number }[]>();
  for (const { term, sound, titles } of rows)
    found.set(sound, [...(found.get(sound) ?? []), { term, titles }]);
  return found;
}

/** Which of these are words of the dictionary that stand somewhere, and in how many titles. */
export async function listWords(db: Db, words: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.execute<{ term: string; titles: number }>(sql`
    select term, titles from public_search_term
    where term = any(${sql.param([...new Set(words)])}::text[]) and sound is not null`);
  return new Map(rows.map(({ term, titles }) => [term, titles]));
}

export async function findByInitials(db: Db, letters: string): Promise<string | null> {
  const [row] = await db.execute<{ term: string }>(sql`
    select term from public_search_term where initials = ${letters} order by titles desc, term limit 1`);
  return row?.term ?? null;
}

/** Which of these words stand in any document. */
export async function listKnownTerms(db: Db, words: readonly string[]): Promise<Set<string>> {
  const rows = await db.execute<{ term: string }>(sql`
    select term from public_search_term where term = any(${sql.param([...new Set(words)])}::text[])
    union select word from public_search_synonym where word = any(${sql.param([...new Set(words)])}::text[])`);
  return new Set(rows.map(({ term }) => term));
}

export async function listSynonyms(db: Db, words: readonly string[]): Promise<Synonyms> {
  const rows = await db.execute<{ word: string; official: string[] }>(sql`
    select word, official from public_search_synonym where word = any(${sql.param([...new Set(words)])}::text[])`);
  return new Map(rows.map(({ word, official }) => [word, official]));
}
