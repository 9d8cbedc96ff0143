/** Plain BM25 over pairs of characters: what any search must beat. For comparison only. */
type Posting = { at: number; count: number };

const K1 = 1.2;
const B = 0.75;

function pairsOf(text: string): string[] {
  const characters = [...text.toLowerCase()].filter((one) => /[\p{L}\p{N}]/u.test(one));
  return characters.slice(1).map((one, at) => `${characters[at]}${one}`);
}

export function bigramIndex(documents: readonly { id: string; text: string }[]) {
  const postings = new Map<string, Posting[]>();
  const lengths: number[] = [];
  for (const [at, { text }] of documents.entries()) {
    const pairs = pairsOf(text);
    lengths.push(pairs.length);
    const counts = new Map<string, number>();
    for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    for (const [pair, count] of counts) {
      const list = postings.get(pair) ?? [];
      list.push({ at, count });
      postings.set(pair, list);
    }
  }
  const mean = lengths.reduce((sum, one) => sum + one, 0) / Math.max(1, lengths.length);
  return (query: string, limit: number): string[] => {
    const points = new Map<number, number>();
    for (const pair of new Set(pairsOf(query))) {
      const found = postings.get(pair) ?? [];
      const idf = Math.log(1 + (documents.length - found.length + 0.5) / (found.length + 0.5));
      for (const { at, count } of found) {
        const norm = K1 * (1 - B + (B * (lengths[at] ?? 0)) / mean);
        points.set(at, (points.get(at) ?? 0) + (idf * count * (K1 + 1)) / (count + norm));
      }
    }
    return [...points]
      .sort((a, b) => b[1] - a[1])
      .slice(0, limit)
      .map(([at]) => documents[at]?.id ?? "");
  };
}
