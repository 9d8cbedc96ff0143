/** Administrative divisions by their codes: `330106` lies in `330100`, and that in `330000`. */
import { fold } from "#modules/search/domain/fold.ts";

/** Names by code. Levels that are only of the register (市辖区) have none and are passed over. */
export type RegionNames = ReadonlyMap<string, string>;

export type Region = { code: string; name: string };
/** `said`: the name or its short form, as it stands in the folded question. */
export type SaidRegion = Region & { said: string };

/** `330106` → `330106`, `330100`, `330000`. */
export function regionCodes(code: string): string[] {
  return [...new Set([code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`])];
}

/** From the widest down to the region itself, those that have names. */
export const regionLine = (code: string, names: RegionNames): Region[] =>
  regionCodes(code)
    .toReversed()
    .flatMap((one) => {
      const name = names.get(one);
      return name === undefined ? [] : [{ code: one, name }];
    });

const KIND = /(?:特别行政区|自治区|自治州|自治县|地区|省|市|县|区|镇|乡)$/u;

/** `云州市` and `云州`; a short form of one character is none. */
function namesOf({ name }: Region): string[] {
  const short = name.replace(KIND, "");
  return [...short].length >= 2 ? [name, short] : [name];
}

/** The longest name that a folded question holds, full names before short ones; null when it holds none. */
export function regionIn(folded: string, regions: readonly Region[]): SaidRegion | null {
  const said = regions.flatMap((region) =>
    namesOf(region)
      .map(fold)
      .filter((name) => folded.includes(name))
      .map((name) => ({ code: region.code, name: region.name, said: name })),
  );
  return said.sort((a, b) => b.said.length - a.said.length)[0] ?? null;
}
