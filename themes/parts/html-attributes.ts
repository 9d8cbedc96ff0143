import type { Locale } from "#lib/i18n/locales.ts";
import type { Variant } from "#lib/routing/variant.ts";

/** What `<html>` carries; every form of a page is told by these four and nothing else. */
export type HtmlAttributes = {
  lang: Locale;
  "data-mode": Variant["mode"];
  "data-size"?: string;
  "data-scheme"?: string;
};

export function htmlAttributes(variant: Variant, locale: Locale): HtmlAttributes {
  if (variant.mode === "std") return { lang: locale, "data-mode": "std" };
  return {
    lang: locale,
    "data-mode": "care",
    "data-size": String(variant.size),
    ...(variant.scheme ? { "data-scheme": variant.scheme } : {}),
  };
}
