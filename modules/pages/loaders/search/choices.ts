/** Tabs and filters beside the results. */
import "server-only";
import type { SearchClass } from "#db/enums/search.ts";
import { formatDay } from "#lib/format/moment.ts";
import { wordsOf } from "#lib/i18n/words.ts";
import type { Setting } from "#modules/pages/loaders/frame.ts";
import { choice } from "#modules/pages/loaders/search/links.ts";
import { regionChoices } from "#modules/pages/loaders/search/region-choices.ts";
import type { Asked } from "#modules/search/domain/asked.ts";
import type { ClassTab } from "#modules/search/queries/class-tabs.ts";
import type { SearchAnswer } from "#modules/search/schema.ts";
import type { ChoicesView, ChoiceView } from "#themes/contract.ts";

const DAYS = { week: 7, month: 30, year: 365 } as const;
const MOST_SITES = 8;
const MOST_YEARS = 6;
const DAY_MS = 86_400_000;

type Counted = Pick<SearchAnswer, "total" | "facets" | "chosen">;

/** A class in the words of the site's editors, which are Chinese, or in the usual ones. */
export function classNameOf({ locale, convert }: Setting, tabs: readonly ClassTab[]) {
  const t = wordsOf(locale);
  return (one: SearchClass): string => {
    const name = tabs.find((tab) => tab.class === one)?.name;
    return name && locale !== "en" ? convert(name) : t(`search.classes.${one}`);
  };
}

/** 全部 and, of the site's classes, those that the question has hits in; the chosen one always. */
export function classTabs(
  setting: Setting,
  asked: Asked,
  counted: Counted,
  tabs: readonly ClassTab[],
): ChoiceView[] {
  const t = wordsOf(setting.locale);
  const nameOf = classNameOf(setting, tabs);
  const counts = new Map(counted.facets.classes.map(({ value, count }) => [value, count]));
  const known = new Set([...tabs.map((tab) => tab.class), ...(asked.class ? [asked.class] : [])]);
  const shown = [...known].filter((one) => counts.has(one) || asked.class === one);
  const all = {
    name: t("search.classes.all"),
    change: { class: null },
    count: counted.total,
  };
  return [
    all,
    ...shown.map((one) => ({
      name: nameOf(one),
      change: { class: one },
      count: counts.get(one) ?? { count: 0, isExact: true },
    })),
  ].map((one) => choice(setting, asked, one));
}

function times(setting: Setting, asked: Asked, now: Date): ChoiceView[] {
  const t = wordsOf(setting.locale);
  const since = (days: number) => formatDay(new Date(now.getTime() - days * DAY_MS));
  return [
    { name: t("search.choices.any-time"), change: { from: null, to: null } },
    ...Object.entries(DAYS).map(([name, days]) => ({
      name: t(`search.choices.${name}`),
      change: { from: since(days), to: null },
    })),
  ].map((one) => choice(setting, asked, one));
}

function years(setting: Setting, asked: Asked, { facets }: Counted): ChoiceView[] {
  return facets.years.slice(0, MOST_YEARS).map(({ value, count }) =>
    choice(setting, asked, {
      name: String(value),
      change: { from: `${value}-01-01`, to: `${value}-12-31` },
      count,
    }),
  );
}

function sites(setting: Setting, asked: Asked, { facets }: Counted): ChoiceView[] {
  if (asked.scope === "site") return [];
  const t = wordsOf(setting.locale);
  const any = { name: t("search.choices.any-site"), change: { siteCode: null } };
  const found = facets.sites.slice(0, MOST_SITES).map(({ code, name, count }) => ({
    name: setting.convert(name),
    change: { siteCode: code },
    count,
  }));
  return found.length > 1 || asked.siteCode
    ? [any, ...found].map((one) => choice(setting, asked, one))
    : [];
}

/** Who the results come from; one alone is no choice. */
function organisations(setting: Setting, asked: Asked, { facets, chosen }: Counted): ChoiceView[] {
  const t = wordsOf(setting.locale);
  const any = { name: t("search.choices.any-organisation"), change: { organisationId: null } };
  const found = facets.organisations.map(({ id, name, count }) => ({
    name: setting.convert(name),
    change: { organisationId: id },
    count,
  }));
  const { organisation } = chosen;
  const isMissing = organisation && !facets.organisations.some(({ id }) => id === organisation.id);
  const missing = isMissing
    ? [
        {
          name: setting.convert(organisation.name),
          change: { organisationId: organisation.id },
          count: { count: 0, isExact: true },
        },
      ]
    : [];
  return found.length > 1 || asked.organisationId !== null
    ? [any, ...found, ...missing].map((one) => choice(setting, asked, one))
    : [];
}

type One = (name: string, change: Partial<Asked>) => ChoiceView;

/** Only documents are in force or not. */
function validities(one: One, asked: Asked): ChoiceView[] {
  if (asked.class !== "policy" && !asked.validity) return [];
  return [
    one("any-validity", { validity: null }),
    one("current", { validity: "current" }),
    one("invalid", { validity: "invalid" }),
  ];
}

export function filterChoices(
  setting: Setting,
  asked: Asked,
  counted: Counted,
  now = new Date(),
): ChoicesView[] {
  const t = wordsOf(setting.locale);
  const one: One = (name, change) =>
    choice(setting, asked, { name: t(`search.choices.${name}`), change });
  const regions = regionChoices({ setting, asked, counted });
  const group = (
    name: ChoicesView["name"],
    title: string,
    links: readonly ChoiceView[],
  ): ChoicesView => ({
    ...{ name, title: t(`search.choices.${title}`), crumbs: [] },
    links: links.map((link) => ({ ...link, below: [] })),
  });
  const isGroup = asked.scope === "group";
  const scope = [
    // A place of the whole group is seldom a choice on one site.
    one("site", { scope: "site", siteCode: null, ...(isGroup ? { regionCode: null } : {}) }),
    one("group", { scope: "group" }),
  ];
  const sorts = [one("relevance", { sort: "relevance" }), one("newest", { sort: "time" })];
  return [
    group("scope", "scope", scope),
    { ...group("regions", "regions", []), ...regions },
    group("other", "sites", sites(setting, asked, counted)),
    group("organisations", "organisations", organisations(setting, asked, counted)),
    group("other", "sort", sorts),
    group("other", "time", times(setting, asked, now)),
    group("other", "years", years(setting, asked, counted)),
    group("other", "validity", validities(one, asked)),
  ].filter(({ links, crumbs }) => links.length > 0 || crumbs.length > 0);
}
