/** Administrative divisions by their codes: `330106` lies in `330100`, and that in `330000`. */

/** Names by code. Levels that are only of the register (市辖区) have none and are passed over. */
export type RegionNames = ReadonlyMap<string, string>;

export type Region = { code: string; name: string };

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
