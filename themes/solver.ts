/**
 * Brand colours in, every token out. Margins are those of CITIZEN-DESIGN §3.3: a little above the
 * WCAG threshold, so that the pairs also hold when the page is turned grey.
 * @rule GL-13.2
 */
import type { Theme } from "#themes/contract.ts";
import type { Hex, Tint } from "#themes/tones.ts";
import { contrast, solveTone, tintOf, toHex, tone } from "#themes/tones.ts";

const ACCENTS = ["main", "aux1", "aux2"] as const;
export type Accent = (typeof ACCENTS)[number];

type NeutralToken =
  | "bg"
  | "paper"
  | "sunk"
  | "line"
  | "ctl"
  | "ink2"
  | "ink"
  | "focus-in"
  | "focus-out";
type AccentToken =
  | Accent
  | `${Accent}-${"vis" | "strong" | "soft" | "on-soft" | "dark"}`
  | `on-${Accent}`
  | `on-dark-${Accent}`;
export type Token = NeutralToken | AccentToken;
export type Tokens = Record<Token, Hex>;

/** Contrast each kind of token must reach; care pages hold all text to 7:1. */
type Margins = {
  ink: number;
  ink2: number;
  ctl: number;
  accent: number;
  onSoft: number;
  onDark: number;
};
const STANDARD_MARGINS: Margins = {
  ink: 12,
  ink2: 4.7,
  ctl: 3.1,
  accent: 4.6,
  onSoft: 4.7,
  onDark: 5.6,
};
const CARE_MARGINS: Margins = {
  ink: 15,
  ink2: 7.2,
  ctl: 4.6,
  accent: 7.2,
  onSoft: 7.2,
  onDark: 7.2,
};

const WHITE: Hex = "#ffffff";
const STRONG = 7.2;

function neutrals(hue: number, margins: Margins): Record<NeutralToken, Hex> {
  // Chroma this low counts as no hue in the three-colour check.
  const grey: Tint = { hue, chroma: 0.012 };
  const sunk = tone(grey, 0.955, 0.006);
  const ink = solveTone(grey, sunk, margins.ink, "darker");
  return {
    bg: WHITE,
    paper: tone(grey, 0.985, 0.005),
    sunk,
    line: tone(grey, 0.88, 0.01),
    // Sunk is the darkest light ground: what passes on it passes on all of them.
    ctl: solveTone(grey, sunk, margins.ctl, "darker"),
    ink2: solveTone(grey, sunk, margins.ink2, "darker"),
    ink,
    "focus-in": WHITE,
    "focus-out": ink,
  };
}

/** The brand colour itself where it is dark enough, else the nearest tone of it that is. */
function readable(brand: Hex, sunk: Hex, least: number): Hex {
  if (contrast(brand, sunk) >= least) return brand;
  return solveTone(tintOf(brand), sunk, least, "darker");
}

function accentTokens(accent: Accent, brand: Hex, sunk: Hex, margins: Margins): Partial<Tokens> {
  const tint = tintOf(brand);
  const soft = tone(tint, 0.95, Math.min(0.03, tint.chroma / 4));
  const dark = tone(tint, 0.27, 0.09);
  const light: Tint = { hue: tint.hue, chroma: Math.min(tint.chroma, 0.13) };
  return {
    [accent]: readable(brand, sunk, margins.accent),
    [`${accent}-vis`]: brand,
    [`${accent}-strong`]: readable(brand, sunk, STRONG),
    [`${accent}-soft`]: soft,
    [`${accent}-on-soft`]: solveTone(tint, soft, margins.onSoft, "darker"),
    [`${accent}-dark`]: dark,
    // Every accent passes on sunk, so white passes on every accent.
    [`on-${accent}`]: WHITE,
    [`on-dark-${accent}`]: solveTone(light, dark, margins.onDark, "lighter"),
  };
}

function solve(brand: Theme["brand"], margins: Margins): Tokens {
  const main = toHex(brand.main);
  const ground = neutrals(tintOf(main).hue, margins);
  // A theme with fewer colours repeats its main one, so that a family may always name all three.
  const colours = { main, aux1: toHex(brand.aux1 ?? main), aux2: toHex(brand.aux2 ?? main) };
  const accents = ACCENTS.map((accent) =>
    accentTokens(accent, colours[accent], ground.sunk, margins),
  );
  return Object.assign({}, ground, ...accents) as Tokens; // safe because accentTokens writes all eight
}

/** Tokens of standard pages. */
export function standardTokens(brand: Theme["brand"]): Tokens {
  return solve(brand, STANDARD_MARGINS);
}

/** Tokens of care pages on white ground: all text 7:1, borders 4.5:1. */
export function careTokens(brand: Theme["brand"]): Tokens {
  return solve(brand, CARE_MARGINS);
}

/** Every token one of two colours: schemes and print are made of this. */
export function plainTokens(plain: { ground: Hex; text: Hex; link: Hex; focus: Hex }): Tokens {
  const { ground, text, link, focus } = plain;
  const accents = ACCENTS.map((accent) => ({
    [accent]: link,
    [`${accent}-vis`]: link,
    [`${accent}-strong`]: link,
    [`${accent}-soft`]: ground,
    [`${accent}-on-soft`]: text,
    [`${accent}-dark`]: ground,
    [`on-${accent}`]: ground,
    [`on-dark-${accent}`]: text,
  }));
  const surfaces = { bg: ground, paper: ground, sunk: ground };
  const inks = { line: text, ctl: text, ink2: text, ink: text };
  const focuses = { "focus-in": ground, "focus-out": focus };
  // safe because the four records name every token
  return Object.assign({}, surfaces, inks, focuses, ...accents) as Tokens;
}

export function accentsOf(brand: Theme["brand"]): Accent[] {
  return ACCENTS.filter((accent) => brand[accent] !== null);
}
