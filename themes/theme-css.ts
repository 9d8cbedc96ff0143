/** Writes a theme's tokens as CSS custom properties. Hex only, so that old kernels read them too. */
import type { Theme } from "#themes/contract.ts";
import { PRINT_TOKENS, SCHEME_TOKENS } from "#themes/schemes.ts";
import type { Tokens } from "#themes/solver.ts";
import { careTokens, standardTokens } from "#themes/solver.ts";

function declarations(tokens: Tokens): string {
  return Object.entries(tokens)
    .map(([name, value]) => `--${name}:${value}`)
    .join(";");
}

function rule(selector: string, tokens: Tokens): string {
  return `${selector}{${declarations(tokens)}}`;
}

/** The whole of `/t/<theme>.css`: standard, stronger contrast, care, the six schemes, print. */
export function themeCss(theme: Theme): string {
  const care = careTokens(theme.brand);
  const schemes = Object.entries(SCHEME_TOKENS).map(([scheme, tokens]) =>
    rule(`html[data-scheme=${scheme}]`, tokens),
  );
  return [
    rule(":root", standardTokens(theme.brand)),
    `@media (prefers-contrast:more){${rule(":root", care)}}`,
    rule("html[data-mode=care]", care),
    ...schemes,
    `@media print{${rule("html:root,html[data-mode],html[data-scheme]", PRINT_TOKENS)}}`,
    "",
  ].join("\n");
}
