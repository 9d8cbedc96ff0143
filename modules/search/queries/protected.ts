/** 保护词: words that are right as they are, however they sound. */
import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { CURATION } from "#modules/search/domain/settings.ts";

/** Every stretch that may be a word. */
function stretchesOf(characters: readonly string[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (let from = 0; from < characters.length; from += 1)
    for (
      let size = 1;
      size <= CURATION.wordCharacters && from + size <= characters.length;
      size += 1
    ) {
      const text = characters.slice(from, from + size).join("");
      found.set(text, [...(found.get(text) ?? []), from]);
    }
  return found;
}

/** Places (in characters) of a folded question that a protected word holds: nothing there is changed. */
export async function listProtectedPlaces(db: Db, folded: string): Promise<Set<number>> {
  const stretches = stretchesOf([...folded]);
  const rows = await db.execute<{ word: string }>(sql`
    select word from public_search_protected where word = any(${sql.param([...stretches.keys()])}::text[])`);
  return new Set(
    rows.flatMap(({ word }) =>
      (stretches.get(word) ?? []).flatMap((from) => [...word].map((_, at) => from + at)),
    ),
  );
}

/** Whether the other text, of the same length, has something else where a protected word stands. */
export async function changesProtected(db: Db, folded: string, other: string): Promise<boolean> {
  const places = await listProtectedPlaces(db, folded);
  const meant = [...other];
  return [...folded].some((character, at) => places.has(at) && meant[at] !== character);
}
