/** Questions in PostgreSQL's own language; always passed as a value, never written into SQL. */

/** Words that must all stand in the text. */
type Alternative = readonly string[];
/** One thing that was asked for, in any of these ways. */
export type Group = readonly Alternative[];

const quote = (lexeme: string): string => `'${lexeme.replace(/[\\']/g, (mark) => mark + mark)}'`;

export const allOf = (parts: readonly string[]): string => parts.join(" & ");
export const anyOf = (parts: readonly string[]): string =>
  parts.length === 1 ? (parts[0] ?? "") : `(${parts.join(" | ")})`;

/** One word, in some tiers of the row only when `tiers` says so (`CD`). */
export const term = (word: string, tiers = ""): string =>
  tiers === "" ? quote(word) : `${quote(word)}:${tiers}`;

/** The words of a filter, one of which a row must hold: `('@y2023' | '@y2024')`. */
export const filterGroup = (filter: string): Group =>
  [...filter.matchAll(/'([^']+)'/g)].map(([, word = ""]) => [word]);

/** `('a' & 'b' | 'c') & 'd'`; empty when there is nothing to ask. */
export function groupsQuery(groups: readonly Group[], tiers = ""): string {
  const written = groups
    .map((group) => group.filter((words) => words.length > 0))
    .filter((group) => group.length > 0)
    .map((group) =>
      anyOf(group.map((words) => `(${allOf(words.map((one) => term(one, tiers)))})`)),
    );
  return allOf(written);
}
