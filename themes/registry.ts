/** The families that draw, for code that may load .tsx; the themes as data are in themes.ts. */
import { fuwutaiAbout } from "#themes/about/fuwutai-about.tsx";
import { zhongzhouAbout } from "#themes/about/zhongzhou-about.tsx";
import type { AboutFamily, Family } from "#themes/contract.ts";
import { fuwutai } from "#themes/fuwutai/family.tsx";
import { themeByCode } from "#themes/themes.ts";
import { zhongzhou } from "#themes/zhongzhou/family.tsx";

const FAMILIES: Record<string, Family & AboutFamily> = {
  [zhongzhou.code]: { ...zhongzhou, ...zhongzhouAbout },
  [fuwutai.code]: { ...fuwutai, ...fuwutaiAbout },
};

/** @throws {RangeError} when no theme has that code. */
export function familyOf(themeCode: string): Family & AboutFamily {
  const family = FAMILIES[themeByCode(themeCode)?.family ?? ""];
  if (!family) throw new RangeError(`unknown theme: ${themeCode}`);
  return family;
}
