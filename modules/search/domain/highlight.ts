/** Where the words of a question stand in a text that people read. */
import { foldWithPlaces } from "#modules/search/domain/fold.ts";
import { SEARCH } from "#modules/search/domain/settings.ts";

export type Run = { text: string; isHit: boolean };
type Span = { from: number; to: number };

/** Places of the words in the original text, in order, overlaps joined. */
function spansOf(text: string, words: readonly string[]): Span[] {
  const { folded, places } = foldWithPlaces(text);
  const end = (unit: number) =>
    unit < places.length ? (places[unit] ?? text.length) : text.length;
  const spans: Span[] = [];
  for (const word of words)
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
      spans.push({ from: end(at), to: end(at + word.length) });
  spans.sort((a, b) => a.from - b.from);
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else joined.push({ ...span });
  }
  return joined;
}

function runsOf(text: string, spans: readonly Span[], { from, to }: Span): Run[] {
  const runs: Run[] = [];
  let at = from;
  for (const span of spans) {
    const [begin, end] = [Math.max(span.from, from), Math.min(span.to, to)];
    if (begin >= end) continue;
    if (begin > at) runs.push({ text: text.slice(at, begin), isHit: false });
    runs.push({ text: text.slice(begin, end), isHit: true });
    at = end;
  }
  if (at < to) runs.push({ text: text.slice(at, to), isHit: false });
  return runs;
}

const usable = (words: readonly string[]) => words.filter((word) => word !== "");

export function highlight(text: string, words: readonly string[]): Run[] {
  return runsOf(text, spansOf(text, usable(words)), { from: 0, to: text.length });
}

/** A place between two characters, never within one. */
const whole = (text: string, at: number): number =>
  /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at;

/** The stretch of a text that holds most different places, at most `snippetCharacters`; `…` where it is cut. */
export function snippet(text: string, words: readonly string[]): Run[] {
  const flat = text.replace(/\s+/g, " ").trim();
  const spans = spansOf(flat, usable(words));
  const room = SEARCH.snippetCharacters;
  let best = { from: 0, count: 0 };
  for (const [index, { from }] of spans.entries()) {
    const count = spans.slice(index, index + 12).filter(({ to }) => to <= from + room).length;
    if (count > best.count) best = { from, count };
  }
  const from = whole(flat, Math.max(0, Math.min(best.from - 15, flat.length - room)));
  const to = whole(flat, Math.min(flat.length, from + room));
  const runs = runsOf(flat, spans, { from, to });
  if (from > 0) runs.unshift({ text: "…", isHit: false });
  if (to < flat.length) runs.push({ text: "…", isHit: false });
  return runs;
}
