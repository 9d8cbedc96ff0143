import type { RunView } from "#themes/contract.ts";

/** A text with the words that were asked for marked in it. */
export function MarkedText({ runs }: { runs: RunView[] }) {
  let start = 0;
  return runs.map(({ text, isHit }) => {
    const key = start;
    start += text.length;
    return isHit ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
  });
}
