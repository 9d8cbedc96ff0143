/** The six schemes of care pages and the two inks of print (CITIZEN-DESIGN §3.5). */
import type { Scheme } from "#lib/routing/variant.ts";
import type { Tokens } from "#themes/solver.ts";
import { plainTokens } from "#themes/solver.ts";

export const SCHEME_TOKENS: Record<Scheme, Tokens> = {
  by: plainTokens({ ground: "#000000", text: "#ffff00", link: "#00ffff", focus: "#ffffff" }),
  yb: plainTokens({ ground: "#ffff00", text: "#000000", link: "#00008b", focus: "#8b0000" }),
  bw: plainTokens({ ground: "#000000", text: "#ffffff", link: "#ffff00", focus: "#00ffff" }),
  wb: plainTokens({ ground: "#ffffff", text: "#000000", link: "#00008b", focus: "#8b0000" }),
  ny: plainTokens({ ground: "#00008b", text: "#ffff00", link: "#ffffff", focus: "#00ffff" }),
  pb: plainTokens({ ground: "#f6f0dc", text: "#1f1a10", link: "#5a2e00", focus: "#1f1a10" }),
};

export const PRINT_TOKENS: Tokens = plainTokens({
  ground: "#ffffff",
  text: "#000000",
  link: "#000000",
  focus: "#000000",
});
