/** zh-CN is the origin; zh-Hant is converted at render; en is written by people (ARCHITECTURE §1). */
export const LOCALES = ["zh-CN", "zh-Hant", "en"] as const;
export type Locale = (typeof LOCALES)[number];

/** How each language calls itself. */
export const LOCALE_NAMES: Record<Locale, string> = {
  "zh-CN": "简体",
  "zh-Hant": "繁體",
  en: "English",
};

/** First path segment of each locale; the origin has none. */
export const LOCALE_SEGMENTS = {
  "zh-CN": null,
  "zh-Hant": "zh-hant",
  en: "en",
} as const satisfies Record<Locale, string | null>;
