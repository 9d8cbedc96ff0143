import type { Locale } from "#lib/i18n/locales.ts";
import { wordsOf } from "#lib/i18n/words.ts";
import type { Translate } from "#themes/contract.ts";

/** The words of one locale. An unknown key is an error here, so that examples find it. */
export function exampleTranslate(locale: Locale): Translate {
  const words = wordsOf(locale);
  return (key, values) => {
    const found = words(key, values);
    if (found === key) throw new RangeError(`no message: ${key}`);
    return found;
  };
}
