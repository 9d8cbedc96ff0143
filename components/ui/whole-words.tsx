import { Fragment } from "react";

const SEGMENTER = new Intl.Segmenter("zh", { granularity: "word" });
const HAN = /\p{Script=Han}/u;

const OPENS = /^[\p{Ps}\p{Pi}]+$/u;

/** The text cut where a line may end: between words, after a mark that closes, before one that opens. */
function wordsOf(text: string): { at: number; word: string }[] {
  const words: { at: number; word: string }[] = [];
  for (const { segment, index, isWordLike } of SEGMENTER.segment(text)) {
    const last = words.at(-1);
    const goesOn = last && (OPENS.test(last.word) || !(isWordLike || OPENS.test(segment)));
    if (goesOn) last.word += segment;
    else words.push({ at: index, word: segment });
  }
  return words;
}

/**
 * A short text in large letters that breaks between words only: 人力资源 is never torn into 人力资 and 源.
 * Browsers do not know Chinese words; what a phone is too narrow for still breaks.
 */
export function WholeWords({ text }: { text: string }) {
  if (!HAN.test(text)) return text;
  return (
    <span className="break-keep">
      {wordsOf(text).map(({ at, word }) => (
        <Fragment key={at}>
          {at > 0 ? <wbr /> : null}
          {word}
        </Fragment>
      ))}
    </span>
  );
}
