import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SCHEME_TOKENS } from "#themes/schemes.ts";
import { careTokens, standardTokens } from "#themes/solver.ts";
import { contrastProblems, themeProblems } from "#themes/theme-problems.ts";
import { THEMES } from "#themes/themes.ts";
import { contrast, hueDistance, tintOf } from "#themes/tones.ts";

const hex = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, "0")}`);
const brand = fc.record({ main: hex, aux1: fc.option(hex), aux2: fc.option(hex) });

const ADVERSARIAL = [
  ...["#ffffff", "#000000", "#ffff00", "#00ffff", "#ff00ff", "#ff0000"],
  ...["#00ff00", "#0000ff", "#808080", "#ffd700", "#00f8f8", "#fefefe"],
];

describe("solver", () => {
  test("any three colours give tokens that keep the contrast contract", () => {
    fc.assert(
      fc.property(brand, (colours) => {
        expect(contrastProblems(colours)).toEqual([]);
      }),
      { numRuns: 60, seed: 20261122 },
    );
  });

  test.each(ADVERSARIAL)("%s as the brand keeps the contrast contract", (main) => {
    expect(contrastProblems({ main, aux1: null, aux2: null })).toEqual([]);
  });

  test("every token is a hex colour that any browser reads", () => {
    const sets = [standardTokens(THEMES[0].brand), careTokens(THEMES[0].brand)];
    for (const tokens of [...sets, ...Object.values(SCHEME_TOKENS)]) {
      for (const value of Object.values(tokens)) expect(value).toMatch(/^#[0-9a-f]{6}$/);
    }
  });

  test("a brand colour that can be read is used as it is, and kept exactly for decoration", () => {
    const tokens = standardTokens({ main: "#A8171C", aux1: "#8C6A1E", aux2: null });
    expect(tokens.main).toBe("#a8171c");
    expect(tokens.aux1).not.toBe("#8c6a1e");
    expect(tokens["aux1-vis"]).toBe("#8c6a1e");
  });

  test("a solved tone keeps the hue of its brand", () => {
    const tokens = standardTokens({ main: "#ffd700", aux1: null, aux2: null });
    expect(hueDistance(tintOf(tokens.main).hue, tintOf("#ffd700").hue)).toBeLessThan(4);
    expect(contrast(tokens.main, tokens.sunk)).toBeLessThan(4.8);
  });
});

describe("themes", () => {
  test.each(THEMES.map((theme) => [theme.code, theme] as const))("%s may go live", (_, theme) => {
    expect(themeProblems(theme)).toEqual([]);
  });

  test("hues that would run together are refused", () => {
    const theme = { ...THEMES[0], brand: { main: "#A8171C", aux1: "#B5371C", aux2: null } };
    expect(themeProblems(theme).map((problem) => problem.kind)).toEqual(["hues-too-near"]);
  });
});
