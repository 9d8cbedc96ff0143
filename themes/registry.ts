/** The families that draw, for code that may load .tsx; the themes as data are in themes.ts. */
import type { Family } from "#themes/contract.ts";
import { fuwutai } from "#themes/fuwutai/family.tsx";
import { themeByCode } from "#themes/themes.ts";
import { zhongzhou } from "#themes/zhongzhou/family.tsx";

const FAMILIES: Record<string, Family> = { [zhongzhou.code]: zhongzhou, [fuwutai.code]: fuwutai };

/** @throws {RangeError} when no theme has that code. */
export function familyOf(themeCode: string): Family {
  const family = FAMILIES[themeByCode(themeCode)?.family ?? ""];
  if (!family) throw new RangeError(`unknown theme: ${themeCode}`);
  return family;
}
