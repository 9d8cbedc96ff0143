import type { Words } from "#lib/i18n/words.ts";

type Props = { fate: string | null; words: string; say: Words };

/** Works without script; the fate that was chosen stays. */
export function AddressSearch({ fate, words, say }: Props) {
  return (
    <form className="filter" method="get" action="/admin/imports/addresses">
      {fate && <input type="hidden" name="fate" value={fate} />}
      <p>
        <label htmlFor="words">{say("imports.search")}</label>
        <input id="words" name="words" defaultValue={words} maxLength={200} />
      </p>
      <button type="submit">{say("imports.search-go")}</button>
    </form>
  );
}
