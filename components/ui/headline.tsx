import { WholeWords } from "#components/ui/whole-words.tsx";

/** A blank between two Chinese words: the place where the writer of a headline drew breath. */
const BREATH = /(?<=[\p{Script=Han}”》）！？])\s+(?=[\p{Script=Han}“《（])/u;

/**
 * A headline that breaks where it was written to break: its parts stand one under another before any
 * of them is broken itself. Other scripts, full of blanks, stay as they are.
 */
export function Headline({ text }: { text: string }) {
  const parts = text.split(BREATH);
  if (parts.length === 1) return <WholeWords text={text} />;
  return parts.map((part, index) => (
    <span key={part}>
      {index > 0 ? " " : null}
      <span className="inline-block">
        <WholeWords text={part} />
      </span>
    </span>
  ));
}
