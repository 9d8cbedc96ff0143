/** Words that stand in the files of a resource: which of them are indexed, and in which file something was found. */
import { fold } from "#modules/search/domain/fold.ts";
import { SEARCH } from "#modules/search/domain/settings.ts";
import type { Group } from "#modules/search/domain/tsquery.ts";

/**
 * The beginnings of texts that are indexed, together at most `fileCharacters`: what short ones leave, long
 * ones have. The index and whoever shows a result cut alike.
 */
export function indexedParts(texts: readonly string[]): string[] {
  const parts = texts.map(() => "");
  let room: number = SEARCH.fileCharacters;
  const shortestFirst = [...texts.entries()].sort(([, a], [, b]) => a.length - b.length);
  for (const [done, [at, text]] of shortestFirst.entries()) {
    const part = text.slice(0, Math.floor(room / (texts.length - done))).toWellFormed();
    parts[at] = part;
    room -= part.length;
  }
  return parts;
}

type Text = { title: string; body: string };
type File = { name: string; text: string };

export type WhereFound = {
  /** For each file, whether what was asked stands in it: all of it, or some that stands nowhere else. */
  isWhereFound: boolean[];
  /** The file whose passage says more than the text does; null when the text says it. */
  shown: number | null;
};

const holds = (text: string, group: Group): boolean =>
  group.some((words) => words.length > 0 && words.every((word) => text.includes(word)));

/** @param groups what was asked, folded */
export function whereFound(
  { title, body }: Text,
  files: readonly File[],
  groups: readonly Group[],
): WhereFound {
  const text = fold(`${title}\n${body}`);
  const missing = groups.filter((group) => !holds(text, group));
  const isWhereFound = files.map((file) => {
    const whole = fold(`${file.name}\n${file.text}`);
    const isAll = groups.length > 0 && groups.every((group) => holds(whole, group));
    return isAll || missing.some((group) => holds(whole, group));
  });
  let shown: number | null = null;
  let most = 0;
  for (const [at, file] of files.entries()) {
    const inside = missing.length === 0 ? "" : fold(file.text);
    const count = missing.filter((group) => holds(inside, group)).length;
    if (count > most) [most, shown] = [count, at];
  }
  return { isWhereFound, shown };
}
