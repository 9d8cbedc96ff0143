import type { Words } from "#lib/i18n/words.ts";

type Props = { why: "NOT_FOUND" | "FORBIDDEN"; say: Words };

/** A screen that is not there for this person: it says which of the two. */
export function Absence({ why, say }: Props) {
  return (
    <>
      <title>{say("desk.title")}</title>
      <h1>{say(`desk.problem.${why}`)}</h1>
    </>
  );
}
