import type { SearchView, Translate } from "#themes/contract.ts";
import type { Example } from "#themes/examples/example.ts";
import { CARE, example, LARGEST_CARE } from "#themes/examples/example.ts";
import type { Look } from "#themes/examples/frame.ts";
import { pathIn } from "#themes/examples/frame.ts";
import { searchView } from "#themes/examples/search.ts";
import { exampleTranslate } from "#themes/examples/translate.ts";
import { familyOf } from "#themes/registry.ts";
import type { ThemeCode } from "#themes/themes.ts";

type Narrowed = Pick<SearchView, "clear" | "detour">;

const PAGES = 3;

/** Why there is no result in a state that says so, and the ways on. */
function detourIn(
  state: SearchView["state"],
  t: Translate,
  at: (path: string) => string,
): Narrowed {
  const all = at("/search?q=1");
  if (state === "empty")
    return {
      clear: { name: t("search.choices.clear"), href: all },
      detour: {
        text: t("search.empty.conditions"),
        links: [{ name: t("search.empty.all"), href: all }],
      },
    };
  if (state === "unfinished")
    return {
      clear: null,
      detour: {
        text: t("search.unfinished.why"),
        links: [{ name: t("search.unfinished.again"), href: all }],
      },
    };
  return {
    clear: null,
    detour: {
      text: t("search.beyond.pages", { count: PAGES }),
      links: [
        { name: t("search.beyond.first"), href: all },
        { name: t("search.beyond.last", { number: PAGES }), href: at(`/search?page=${PAGES}`) },
      ],
    },
  };
}

function drawings(theme: ThemeCode): Example[] {
  const { Search } = familyOf(theme);
  const draw = (state: SearchView["state"]) => (look: Look) => (
    <Search {...searchView(look, state)} />
  );
  const detoured = (state: SearchView["state"]) => (look: Look) => (
    <Search
      {...searchView(look, state)}
      {...detourIn(state, exampleTranslate(look.locale), pathIn(look))}
    />
  );
  const narrowed = (look: Look) => {
    const { clear } = detourIn("empty", exampleTranslate(look.locale), pathIn(look));
    return <Search {...searchView(look, "found")} clear={clear ?? null} />;
  };
  const without = (["empty", "beyond", "unfinished"] as const).flatMap((state) => {
    const name = state === "empty" ? "empty-narrowed" : state;
    return [
      example(`${name}.${theme}`, detoured(state), { theme }),
      example(`${name}.${theme}.en`, detoured(state), { theme, locale: "en" }),
      example(`${name}.${theme}.care`, detoured(state), { theme, variant: CARE }),
    ];
  });
  return [
    example(`start.${theme}`, draw("start"), { theme }),
    example(`found.${theme}`, draw("found"), { theme }),
    example(`found.${theme}.zh-hant`, draw("found"), { theme, locale: "zh-Hant" }),
    example(`found.${theme}.en`, draw("found"), { theme, locale: "en" }),
    example(`found-narrowed.${theme}`, narrowed, { theme }),
    example(`empty.${theme}`, draw("empty"), { theme }),
    example(`found.${theme}.care`, draw("found"), { theme, variant: CARE }),
    example(`found.${theme}.care-largest`, draw("found"), { theme, variant: LARGEST_CARE }),
    example(`found-narrowed.${theme}.care`, narrowed, { theme, variant: CARE }),
    example(`empty.${theme}.care`, draw("empty"), { theme, variant: CARE }),
    ...without,
  ];
}

export const searchExamples: Example[] = [
  ...drawings("zhongzhou-red"),
  ...drawings("fuwutai-blue"),
];
