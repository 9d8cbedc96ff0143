/** Which of a few texts is nearest to a question that none of them answers word by word: BM25 over pairs of characters. */
import { fold } from "#modules/search/domain/fold.ts";
import { pairs } from "#modules/search/domain/words.ts";

const K1 = 1.2;
const B = 0.6;

const pairsOf = (text: string): string[] =>
  (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).flatMap(pairs);

type Text = { id: number; text: string };

function countsOf(text: string, asked: ReadonlySet<string>) {
  const counts = new Map<string, number>();
  const all = pairsOf(text);
  for (const pair of all) if (asked.has(pair)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return { counts, length: all.length };
}

/** Points from 0 to 1, 1 for the nearest. How telling a pair is, is judged among these texts alone. */
export function nearness(question: string, texts: readonly Text[]): Map<number, number> {
  const asked = new Set(pairsOf(question));
  const read = texts.map(({ id, text }) => ({ id, ...countsOf(text, asked) }));
  const mean = read.reduce((sum, { length }) => sum + length, 0) / Math.max(1, read.length) || 1;
  const idf = new Map(
    [...asked].map((pair) => {
      const found = read.filter(({ counts }) => counts.has(pair)).length;
      return [pair, Math.log(1 + (texts.length - found + 0.5) / (found + 0.5))];
    }),
  );
  const points = read.map(({ id, counts, length }) => {
    const norm = K1 * (1 - B + (B * length) / mean);
    const sum = [...counts].reduce(
      (total, [pair, count]) => total + ((idf.get(pair) ?? 0) * count * (K1 + 1)) / (count + norm),
      0,
    );
    return [id, sum] as const;
  });
  const best = Math.max(...points.map(([, sum]) => sum), Number.MIN_VALUE);
  return new Map(points.map(([id, sum]) => [id, sum / best]));
}
