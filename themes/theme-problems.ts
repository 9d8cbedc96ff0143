/** What must hold before a theme may be published: the contrast contract of CITIZEN-DESIGN §3.3. */
import type { Theme } from "#themes/contract.ts";
import { SCHEME_TOKENS } from "#themes/schemes.ts";
import type { Accent, Token, Tokens } from "#themes/solver.ts";
import { accentsOf, careTokens, standardTokens } from "#themes/solver.ts";
import { contrast, hueDistance, tintOf } from "#themes/tones.ts";

export type Pair = { fore: Token; ground: Token; least: number };
export type ThemeProblem =
  | { kind: "contrast"; form: string; pair: Pair; found: number }
  | { kind: "hues-too-near"; accents: [Accent, Accent]; degrees: number };

/** Closer hues would run into one cluster of the three-colour check. */
const LEAST_HUE_DEGREES = 40;
/** Below this chroma a colour has no hue to speak of. */
const LEAST_CHROMA = 0.03;

type Thresholds = { ink: number; text: number; edge: number };

function contractPairs(accents: Accent[], { ink, text, edge }: Thresholds): Pair[] {
  const grounds: Token[] = ["bg", "paper", "sunk"];
  const onGrounds = (fore: Token, least: number): Pair[] =>
    grounds.map((ground) => ({ fore, ground, least }));
  return [
    ...onGrounds("ink", ink),
    ...onGrounds("ink2", text),
    ...onGrounds("ctl", edge),
    ...onGrounds("focus-out", edge),
    ...accents.flatMap((accent): Pair[] => [
      ...onGrounds(accent, text),
      ...onGrounds(`${accent}-strong`, 7),
      { fore: `on-${accent}`, ground: accent, least: text },
      { fore: `${accent}-on-soft`, ground: `${accent}-soft`, least: text },
      { fore: `on-dark-${accent}`, ground: `${accent}-dark`, least: Math.max(text, 5.6) },
    ]),
  ];
}

function failures(form: string, tokens: Tokens, pairs: Pair[]): ThemeProblem[] {
  return pairs.flatMap((pair): ThemeProblem[] => {
    const found = contrast(tokens[pair.fore], tokens[pair.ground]);
    return found >= pair.least ? [] : [{ kind: "contrast", form, pair, found }];
  });
}

/** Every pair of tokens that a page may set on one another and that cannot be read well enough. */
export function contrastProblems(brand: Theme["brand"]): ThemeProblem[] {
  const accents = accentsOf(brand);
  const standard = contractPairs(accents, { ink: 12, text: 4.5, edge: 3 });
  const care = contractPairs(accents, { ink: 12, text: 7, edge: 4.5 });
  return [
    ...failures("std", standardTokens(brand), standard),
    ...failures("care", careTokens(brand), care),
    ...Object.entries(SCHEME_TOKENS).flatMap(([scheme, tokens]) => failures(scheme, tokens, care)),
  ];
}

function hueProblems(brand: Theme["brand"]): ThemeProblem[] {
  const accents = accentsOf(brand).filter(
    (accent) => tintOf(brand[accent] ?? "#000").chroma >= LEAST_CHROMA,
  );
  return accents.flatMap((one, index) =>
    accents.slice(index + 1).flatMap((other): ThemeProblem[] => {
      const degrees = hueDistance(
        tintOf(brand[one] ?? "#000").hue,
        tintOf(brand[other] ?? "#000").hue,
      );
      if (degrees >= LEAST_HUE_DEGREES) return [];
      return [{ kind: "hues-too-near", accents: [one, other], degrees }];
    }),
  );
}

/** Every reason the theme may not be published. Empty means go. @rule GL-13.2 */
export function themeProblems(theme: Theme): ThemeProblem[] {
  return [...contrastProblems(theme.brand), ...hueProblems(theme.brand)];
}
