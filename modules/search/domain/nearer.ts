/** Which of a few texts is nearest to a question that none of them answers word by word: BM25 over words, pairs and characters. */
import { answerForms, withoutAsking } from "#modules/search/domain/answer-forms.ts";
import { fold } from "#modules/search/domain/fold.ts";
import { NEARNESS } from "#modules/search/domain/settings.ts";
import { pairs } from "#modules/search/domain/words.ts";

type Text = { id: number; text: string };

/** What of a question is looked for in a text: its words, and the pairs and characters of its runs. */
function partsOf(question: string, words: readonly string[]): string[] {
  const runs = question.match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...words, ...runs.flatMap((run) => [...pairs(run), ...run])];
}

function occurrences(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) count += 1;
  return count;
}

/**
 * Points from 0 to 1, 1 for the nearest. How telling a part is, is judged among these texts alone. A word
 * counts as a part of its own besides its pairs and characters.
 */
export function nearness(
  question: string,
  words: readonly string[],
  texts: readonly Text[],
): Map<number, number> {
  const folded = texts.map(({ text }) => fold(text));
  const mean = folded.reduce((sum, { length }) => sum + length, 0) / Math.max(1, texts.length) || 1;
  const norms = folded.map(
    ({ length }) => NEARNESS.k1 * (1 - NEARNESS.b + (NEARNESS.b * length) / mean),
  );
  const points = folded.map(() => 0);
  // A part that is asked for twice, as a word and as a pair, counts twice.
  const asked = fold(question);
  for (const part of partsOf(withoutAsking(asked), words)) {
    const counts = folded.map((text) => occurrences(text, part));
    const found = counts.filter((count) => count > 0).length;
    const idf = Math.log(1 + (texts.length - found + 0.5) / (found + 0.5)) ** NEARNESS.rarity;
    for (const [at, count] of counts.entries())
      if (count > 0)
        points[at] =
          (points[at] ?? 0) + (idf * count * (NEARNESS.k1 + 1)) / (count + (norms[at] ?? 1));
  }
  const formsIn = answerForms(asked);
  for (const [at, text] of folded.entries())
    points[at] = (points[at] ?? 0) * (1 + NEARNESS.form * formsIn(text));
  const best = Math.max(...points, Number.MIN_VALUE);
  return new Map(texts.map(({ id }, at) => [id, (points[at] ?? 0) / best]));
}
