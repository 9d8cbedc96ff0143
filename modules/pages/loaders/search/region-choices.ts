/** 地区: the line down to what is chosen, and what lies below it, as far as the results reach. */
import "server-only";
import { wordsOf } from "#lib/i18n/words.ts";
import type { Setting } from "#modules/pages/loaders/frame.ts";
import { choice } from "#modules/pages/loaders/search/links.ts";
import type { Asked } from "#modules/search/domain/asked.ts";
import type { SearchAnswer } from "#modules/search/schema.ts";
import type { BranchChoiceView, ChoiceView } from "#themes/contract.ts";

type Region = SearchAnswer["facets"]["regions"][number];

/** So many regions are offered at once: whole levels as long as they fit, then those with most results. */
const MOST_REGIONS = 30;

const depthOf = ({ code }: Region): number =>
  code.endsWith("0000") ? 0 : code.endsWith("00") ? 1 : 2;

function offered(regions: readonly Region[]): Region[] {
  if (regions.length <= MOST_REGIONS) return [...regions];
  const first = regions
    .toSorted((a, b) => depthOf(a) - depthOf(b) || b.count.count - a.count.count)
    .slice(0, MOST_REGIONS);
  return regions.filter((region) => first.includes(region));
}

type Given = { setting: Setting; asked: Asked; counted: Pick<SearchAnswer, "facets" | "chosen"> };

const choose = ({ setting, asked }: Given, { code, name }: { code: string; name: string }) =>
  choice(setting, asked, { name: setting.convert(name), change: { regionCode: code } });

export function regionChoices(given: Given): { crumbs: ChoiceView[]; links: BranchChoiceView[] } {
  const { setting, asked, counted } = given;
  if (asked.scope === "site" && asked.regionCode === null) return { crumbs: [], links: [] };
  const regions = counted.facets.regions;
  const below = (parent: string | null, of: readonly Region[]): BranchChoiceView[] =>
    of
      .filter(({ parentCode }) => parentCode === parent)
      .map((region) => ({
        ...choice(setting, asked, {
          name: setting.convert(region.name),
          change: { regionCode: region.code },
          count: region.count,
        }),
        below: below(region.code, of),
      }));
  if (asked.regionCode !== null) {
    const any = choice(setting, asked, {
      name: wordsOf(setting.locale)("search.choices.any-region"),
      change: { regionCode: null },
    });
    const line = counted.chosen.regions.map((region) => choose(given, region));
    const within = regions.filter(({ code }) => code !== asked.regionCode);
    return { crumbs: [any, ...line], links: below(asked.regionCode, offered(within)) };
  }
  // One place is no choice.
  const links = regions.length > 1 ? below(null, offered(regions)) : [];
  return { crumbs: [], links };
}
