import type { Words } from "#lib/i18n/words.ts";

type Props = {
  action: string;
  isFirst: boolean;
  /** What the address of the next screen says; null on the last one. */
  next: Record<string, string> | null;
  say: Words;
};

/** Back to the first screen of a list, and on to the next. */
export function ListEnds({ action, isFirst, next, say }: Props) {
  return (
    <p>
      {!isFirst && <a href={action}>{say("desk.list.first")}</a>}{" "}
      {next && <a href={`${action}?${new URLSearchParams(next)}`}>{say("desk.list.more")}</a>}
    </p>
  );
}
