/** The families that draw, for code that may load .tsx; the themes as data are in themes.ts. */
import { fuwutaiAbout } from "#themes/about/fuwutai-about.tsx";
import { zhongzhouAbout } from "#themes/about/zhongzhou-about.tsx";
import type { AboutFamily, Family, SearchFamily } from "#themes/contract.ts";
import { fuwutai } from "#themes/fuwutai/family.tsx";
import { fuwutaiSearch } from "#themes/search/fuwutai-search.tsx";
import { zhongzhouSearch } from "#themes/search/zhongzhou-search.tsx";
import { themeByCode } from "#themes/themes.ts";
import { zhongzhou } from "#themes/zhongzhou/family.tsx";

type WholeFamily = Family & AboutFamily & SearchFamily;

const FAMILIES: Record<string, WholeFamily> = {
  [zhongzhou.code]: { ...zhongzhou, ...zhongzhouAbout, ...zhongzhouSearch },
  [fuwutai.code]: { ...fuwutai, ...fuwutaiAbout, ...fuwutaiSearch },
};

/** @throws {RangeError} when no theme has that code. */
export function familyOf(themeCode: string): WholeFamily {
  const family = FAMILIES[themeByCode(themeCode)?.family ?? ""];
  if (!family) throw new RangeError(`unknown theme: ${themeCode}`);
  return family;
}
