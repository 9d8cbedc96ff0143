import { createInstance } from "i18next";
import type { Locale } from "#lib/i18n/locales.ts";
import en from "#lib/i18n/messages/en/site.json" with { type: "json" };
import zhCN from "#lib/i18n/messages/zh-CN/site.json" with { type: "json" };
import zhHant from "#lib/i18n/messages/zh-Hant/site.json" with { type: "json" };
import type { Translate } from "#themes/contract.ts";

export const SITE_MESSAGES: Record<Locale, object> = { "zh-CN": zhCN, "zh-Hant": zhHant, en };

/** The words of the frame for one locale. Throws on an unknown key, so that examples find it. */
export function exampleTranslate(locale: Locale): Translate {
  const i18n = createInstance({
    lng: locale,
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: { [locale]: { translation: { site: SITE_MESSAGES[locale] } } },
  });
  void i18n.init();
  return (key, values) => {
    if (!i18n.exists(key)) throw new RangeError(`no message: ${key}`);
    return i18n.t(key, { ...values });
  };
}
