/** Words that begin with, or hold, what was typed so far: in characters, in pinyin or by its initials. */
import { setImmediate } from "node:timers/promises";
import type { Found } from "#lib/finder.ts";
import { makeFinder } from "#lib/finder.ts";
import { fold } from "#modules/search/domain/fold.ts";
import { SUGGESTIONS } from "#modules/search/domain/settings.ts";
import { typedSounds } from "#modules/search/domain/sound.ts";
import type { Suggest, Suggestable, Suggestion } from "#modules/search/schema.ts";

/** Kinds that fit alike are offered in this order. */
const KINDS: readonly Suggestion["kind"][] = ["word", "service", "column", "organisation", "title"];

type Kept = Suggestable & { folded: string; sounds: string[] };

type Fit = Found<Kept> & { isOwn: boolean };

/** The site's own first, then what begins with the words, then by kind and shortness. */
function byFit(one: Fit, other: Fit): number {
  return (
    Number(other.isOwn) - Number(one.isOwn) ||
    Number(one.place > 0) - Number(other.place > 0) ||
    KINDS.indexOf(one.entry.kind) - KINDS.indexOf(other.entry.kind) ||
    one.entry.folded.length - other.entry.folded.length
  );
}

/**
 * Takes the entries in, slice after slice, so that pages are drawn meanwhile. The answer is made in
 * memory: a millisecond for tens of thousands of entries.
 */
export async function makeSuggester(entries: readonly Suggestable[]): Promise<Suggest> {
  const finder = makeFinder<Kept>(SUGGESTIONS.candidates);
  for (const [at, entry] of entries.entries()) {
    const folded = fold(entry.text);
    finder.add({ ...entry, folded, sounds: typedSounds(folded, SUGGESTIONS.soundCharacters) });
    if (at % SUGGESTIONS.slice === SUGGESTIONS.slice - 1) await setImmediate();
  }
  return ({ siteId, text, limit }) => {
    const isOwn = ({ siteIds }: Kept) => siteIds.length === 0 || siteIds.includes(siteId);
    const found = finder.find(fold(text).replace(/\s+/g, " ").trim());
    const fits = found.map(({ entry, place }) => ({ entry, place, isOwn: isOwn(entry) }));
    // Other sites' titles lead to nothing where this site alone is searched.
    const usable = fits.filter(({ isOwn: own, entry }) => own || entry.resourceId === null);
    const best = new Map<string, Kept>();
    for (const { entry } of usable.sort(byFit))
      if (!best.has(entry.text)) best.set(entry.text, entry);
    return [...best.values()]
      .slice(0, limit)
      .map(({ text: words, kind, resourceId }) => ({ text: words, kind, resourceId }));
  };
}
