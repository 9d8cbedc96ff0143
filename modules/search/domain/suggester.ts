/** Words that begin with, or hold, what was typed so far: in characters, in pinyin or by its initials. */
import { setImmediate } from "node:timers/promises";
import { Index } from "flexsearch";
import { fold } from "#modules/search/domain/fold.ts";
import { SUGGESTIONS } from "#modules/search/domain/settings.ts";
import { initialsOf, spelledOf } from "#modules/search/domain/sound.ts";
import type { Suggest, Suggestable, Suggestion } from "#modules/search/schema.ts";

/** Kinds that fit alike are offered in this order. */
const KINDS: readonly Suggestion["kind"][] = ["word", "service", "column", "organisation", "title"];

const LETTERS = /^[a-z ]{2,}$/;

/** Characters and pairs of them: a pair is rare where its characters are common. */
function grams(text: string): string[] {
  const characters = [...text];
  return [...characters, ...characters.slice(1).map((next, at) => `${characters[at]}${next}`)];
}

const bySpace = (text: string): string[] => text.split(" ");

type Kept = Suggestable & { folded: string; sounds: string[] };

type Fit = { entry: Kept; isOwn: boolean; place: number };

/** The site's own first, then what begins with the words, then by kind and shortness. */
function byFit(one: Fit, other: Fit): number {
  return (
    Number(other.isOwn) - Number(one.isOwn) ||
    Number(one.place > 0) - Number(other.place > 0) ||
    KINDS.indexOf(one.entry.kind) - KINDS.indexOf(other.entry.kind) ||
    one.entry.folded.length - other.entry.folded.length
  );
}

const soundsOf = (folded: string): string[] => {
  const beginning = [...folded].slice(0, SUGGESTIONS.soundCharacters).join("");
  return [initialsOf(beginning), spelledOf(beginning)];
};

/**
 * Takes the entries in, slice after slice, so that pages are drawn meanwhile. The answer is made in
 * memory: a millisecond for tens of thousands of entries.
 */
export async function makeSuggester(entries: readonly Suggestable[]): Promise<Suggest> {
  const words = new Index({ tokenize: "strict", encode: grams, resolution: 1 });
  const sounds = new Index({ tokenize: "forward", encode: bySpace, resolution: 1 });
  const kept: Kept[] = [];
  for (const [at, entry] of entries.entries()) {
    const folded = fold(entry.text);
    const one = { ...entry, folded, sounds: soundsOf(folded) };
    kept.push(one);
    words.add(at, folded);
    sounds.add(at, one.sounds.join(" "));
    if (at % SUGGESTIONS.slice === SUGGESTIONS.slice - 1) await setImmediate();
  }
  return ({ siteId, text, limit }) => {
    const folded = fold(text).replace(/\s+/g, " ").trim();
    if (folded === "") return [];
    const isSpelled = LETTERS.test(folded);
    const letters = folded.replaceAll(" ", "");
    const placeIn = (entry: Kept): number => {
      const place = entry.folded.indexOf(folded);
      if (place >= 0 || !isSpelled) return place;
      return entry.sounds.some((sound) => sound.startsWith(letters)) ? 0 : -1;
    };
    const options = { limit: SUGGESTIONS.candidates };
    const ids = new Set([
      ...words.search(folded, options),
      ...(isSpelled ? sounds.search(letters, options) : []),
    ]);
    const fits = [...ids].flatMap((id) => {
      const entry = kept[Number(id)];
      const place = entry ? placeIn(entry) : -1;
      if (!entry || place < 0) return [];
      return [
        { entry, place, isOwn: entry.siteIds.length === 0 || entry.siteIds.includes(siteId) },
      ];
    });
    const best = new Map(fits.sort(byFit).map(({ entry }) => [entry.text, entry]));
    return [...best.values()]
      .slice(0, limit)
      .map(({ text: words, kind, resourceId }) => ({ text: words, kind, resourceId }));
  };
}
