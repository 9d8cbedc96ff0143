/** What the palette of the desk offers for what is typed. */
import { makeFinder } from "#lib/finder.ts";
import type { PaletteEntry, PaletteTarget } from "#modules/palette/schema.ts";
import { PALETTE_KINDS } from "#modules/palette/schema.ts";

export const PALETTE = {
  /** Newest pieces of the site whose titles are found by sound; older ones the desk is asked for. */
  recent: 400,
  /** Pieces the desk answers for words. */
  asked: 8,
  /** From so many characters the desk is asked. */
  leastAsked: 2,
  longestAsked: 100,
  /** Characters by whose sounds an entry is found. */
  soundCharacters: 16,
  shown: 12,
  /** Entries chosen last, offered before anything is typed. */
  remembered: 5,
  /** Typing rests so long before the desk is asked. */
  restMs: 150,
  /** What could not be fetched is asked for again after so long. */
  againMs: 1_000,
} as const;

const MOST_CANDIDATES = 200;

/** What names an entry among others: two entries that lead to one place are one. */
export const keyOf = (target: PaletteTarget): string => JSON.stringify(target);

const foldTyped = (typed: string): string =>
  typed.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

/** What begins with the words first, then by kind, then the shorter. */
export function makePalette(
  entries: readonly PaletteEntry[],
): (typed: string) => readonly PaletteEntry[] {
  const finder = makeFinder<PaletteEntry>(MOST_CANDIDATES);
  for (const entry of entries) finder.add(entry);
  return (typed) =>
    finder
      .find(foldTyped(typed))
      .sort(
        (one, other) =>
          Number(one.place > 0) - Number(other.place > 0) ||
          PALETTE_KINDS.indexOf(one.entry.kind) - PALETTE_KINDS.indexOf(other.entry.kind) ||
          one.entry.folded.length - other.entry.folded.length,
      )
      .map(({ entry }) => entry);
}

/** Entries of two sources in their order, each place once, no more than are shown. */
export function mergeFound(
  known: readonly PaletteEntry[],
  asked: readonly PaletteEntry[],
): PaletteEntry[] {
  const byKey = new Map<string, PaletteEntry>();
  // Room is kept for what the desk answers: it is why somebody typed on.
  for (const entry of [...known.slice(0, PALETTE.shown - PALETTE.asked), ...asked, ...known])
    if (!byKey.has(keyOf(entry.target))) byKey.set(keyOf(entry.target), entry);
  return [...byKey.values()].slice(0, PALETTE.shown);
}
