/** Suggestions over the set that a large group fills: what one who types waits for, without the way over the wire. */
import type { Db } from "#db/client.ts";
import { SUGGESTIONS } from "#modules/search/domain/settings.ts";
import { initialsOf } from "#modules/search/domain/sound.ts";
import { makeSuggester } from "#modules/search/domain/suggester.ts";
import { listFindable, listSuggestable } from "#modules/search/queries/suggestable.ts";
import { percentile, random } from "./figures.ts";

const TYPED = 2_000;
const MOST_LETTERS = 6;
const PINYIN_SHARE = 0.25;

/** One letter more each time, of titles by chance; some in initials. */
function typings(titles: readonly string[], seed: number): string[] {
  const chance = random(seed + 2);
  return Array.from({ length: TYPED }, () => {
    const title = titles[Math.floor(chance() * titles.length)] ?? "";
    const letters = [...title].slice(0, 1 + Math.floor(chance() * MOST_LETTERS)).join("");
    return chance() < PINYIN_SHARE ? initialsOf(letters) : letters;
  });
}

/** @param db of the role that citizens have */
export async function suggestSpeed(db: Db, siteId: number, seed: number) {
  const entries = await listSuggestable(db);
  const begun = performance.now();
  const suggest = await makeSuggester(entries);
  const madeMs = Math.round(performance.now() - begun);
  const took: number[] = [];
  let answered = 0;
  const titles = entries.map(({ text }) => text);
  for (const text of typings(titles, seed)) {
    const from = performance.now();
    const found = suggest({ siteId, text, limit: SUGGESTIONS.shown });
    await listFindable(
      db,
      found.flatMap(({ resourceId }) => resourceId ?? []),
    );
    took.push(performance.now() - from);
    if (found.length > 0) answered += 1;
  }
  return {
    entries: entries.length,
    madeMs,
    typed: TYPED,
    answered,
    p50: percentile(took, 0.5),
    p95: percentile(took, 0.95),
    max: percentile(took, 1),
  };
}
