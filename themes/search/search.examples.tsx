import type { SearchView } from "#themes/contract.ts";
import type { Example } from "#themes/examples/example.ts";
import { CARE, example, LARGEST_CARE } from "#themes/examples/example.ts";
import type { Look } from "#themes/examples/frame.ts";
import { searchView } from "#themes/examples/search.ts";
import { familyOf } from "#themes/registry.ts";
import type { ThemeCode } from "#themes/themes.ts";

function drawings(theme: ThemeCode): Example[] {
  const { Search } = familyOf(theme);
  const draw = (state: SearchView["state"]) => (look: Look) => (
    <Search {...searchView(look, state)} />
  );
  return [
    example(`start.${theme}`, draw("start"), { theme }),
    example(`found.${theme}`, draw("found"), { theme }),
    example(`found.${theme}.zh-hant`, draw("found"), { theme, locale: "zh-Hant" }),
    example(`found.${theme}.en`, draw("found"), { theme, locale: "en" }),
    example(`empty.${theme}`, draw("empty"), { theme }),
    example(`found.${theme}.care`, draw("found"), { theme, variant: CARE }),
    example(`found.${theme}.care-largest`, draw("found"), { theme, variant: LARGEST_CARE }),
    example(`empty.${theme}.care`, draw("empty"), { theme, variant: CARE }),
  ];
}

export const searchExamples: Example[] = [
  ...drawings("zhongzhou-red"),
  ...drawings("fuwutai-blue"),
];
