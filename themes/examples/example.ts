import type { Locale } from "#lib/i18n/locales.ts";
import type { Variant } from "#lib/routing/variant.ts";
import { SCHEMES, STANDARD, variantSegment } from "#lib/routing/variant.ts";
import type { Look } from "#themes/examples/frame.ts";
import type { ThemeCode } from "#themes/themes.ts";

/** A view worth looking at, by name. */
export type Example = {
  name: string;
  theme: ThemeCode;
  variant: Variant;
  locale: Locale;
  draw: (look: Look) => React.ReactElement;
};

type Form = { theme?: ThemeCode; variant?: Variant; locale?: Locale };

export const CARE: Variant = { mode: "care", size: 1, scheme: null };
export const LARGEST_CARE: Variant = { mode: "care", size: 3, scheme: null };

export function example(name: string, draw: Example["draw"], form: Form = {}): Example {
  const { theme = "zhongzhou-red", variant = STANDARD, locale = "zh-CN" } = form;
  return { name, theme, variant, locale, draw };
}

/** The same drawing in each of the six schemes. */
export function inEveryScheme(name: string, draw: Example["draw"]): Example[] {
  return SCHEMES.map((scheme) => {
    const variant: Variant = { ...CARE, scheme };
    return example(`${name}.${variantSegment(variant)}`, draw, { variant });
  });
}
