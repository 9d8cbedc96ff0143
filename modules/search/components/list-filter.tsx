import type { Words } from "#lib/i18n/words.ts";

type Props = { action: string; label: string; words: string; say: Words };

/** Works without script: a form that asks for the same list, and the way back to all of it. */
export function ListFilter({ action, label, words, say }: Props) {
  return (
    <form className="filter" method="get" action={action}>
      <p>
        <label htmlFor="words">{label}</label>
        <input id="words" name="words" defaultValue={words} maxLength={60} />
      </p>
      <button type="submit">{say("curation.list.find")}</button>
      {words === "" ? null : (
        <a className="plain" href={action}>
          {say("curation.list.all")}
        </a>
      )}
    </form>
  );
}
