import { keyOf, PALETTE } from "#modules/palette/domain.ts";
import type { PaletteEntry } from "#modules/palette/schema.ts";

/** For this window only: who sits down at the same computer next sees nothing of it. */
const NAME = "zs-palette";

export function recall(): PaletteEntry[] {
  try {
    return JSON.parse(sessionStorage.getItem(NAME) ?? "[]") as PaletteEntry[];
  } catch {
    return [];
  }
}

/** Newest first. A piece begun is not begun again by its name. */
export function remember(entry: PaletteEntry): void {
  if ("newIn" in entry.target) return;
  const others = recall().filter(({ target }) => keyOf(target) !== keyOf(entry.target));
  const kept = [entry, ...others].slice(0, PALETTE.remembered);
  try {
    sessionStorage.setItem(NAME, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing: the palette only forgets.
  }
}
