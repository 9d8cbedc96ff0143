import { fold } from "#modules/search/domain/fold.ts";

/** Signs and blanks between characters hide no word. */
export const bare = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, "");

/** 敏感词过滤: whether a text holds one of the words; both in any spelling. */
export function holdsBlocked(text: string, blocked: readonly string[]): boolean {
  const plain = bare(text);
  return blocked.some((word) => plain.includes(word));
}
