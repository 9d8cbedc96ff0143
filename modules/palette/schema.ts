/** Where an entry leads: an address, another site, or a new piece in a column. */
export type PaletteTarget = { href: string } | { siteId: number } | { newIn: number };

export const PALETTE_KINDS = ["screen", "write", "column", "content", "site"] as const;
export type PaletteKind = (typeof PALETTE_KINDS)[number];

/** `hint`: what tells it from others of its name; `folded` and `sounds`: what is compared. */
export type PaletteEntry = {
  kind: PaletteKind;
  text: string;
  hint: string;
  target: PaletteTarget;
  folded: string;
  sounds: string[];
};
