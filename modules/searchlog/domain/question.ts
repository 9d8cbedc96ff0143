/** The words by which a question is counted. */
import { fold } from "#modules/search/domain/fold.ts";
import { SEARCH } from "#modules/search/domain/settings.ts";
import { looksPersonal } from "#modules/searchlog/domain/personal.ts";

/** One spelling for all who ask the same: folded, blanks once. */
export const questionText = (typed: string): string => fold(typed).replace(/\s+/g, " ").trim();

/** What of a question may be kept; null: nothing, it looks personal or says nothing. */
export function keptText(typed: string): string | null {
  const text = questionText(typed);
  const length = [...text].length;
  if (length === 0 || length > SEARCH.queryMaxCharacters || looksPersonal(typed)) return null;
  return /[\p{L}\p{N}]/u.test(text) ? text : null;
}
