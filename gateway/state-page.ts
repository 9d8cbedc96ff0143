/**
 * Pages the gateway draws by itself, from memory, when nothing else may or can: a site that is
 * closed, an address that is wrong, a platform that is down. One column, large, no script: the same
 * page serves elders.
 */
import { formatMoment } from "#lib/format/moment.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { wordsOf } from "#lib/i18n/words.ts";
import type { RoutingSite } from "#lib/routing/snapshot.ts";

export type StateKind =
  | "preparing"
  | "suspended"
  | "closed"
  | "off"
  | "unavailable"
  | "gone"
  | "blocked"
  | "malformed"
  | "busy"
  | "too-long"
  | "method";

const escapeHtml = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

const HAS_HOME: ReadonlySet<StateKind> = new Set([
  "unavailable",
  "gone",
  "blocked",
  "malformed",
  "busy",
  "too-long",
  "method",
]);

type Facts = {
  site: RoutingSite | null;
  locale?: Locale;
  notice?: string | null;
  until?: string | null;
};

const link = (element: string, href: string, words: string): string =>
  `<a data-el="${element}" href="${escapeHtml(href)}">${escapeHtml(words)}</a>`;

/** The seven items that every page owes, and what a citizen needs to ask further. @rule GL-14.4 */
function foot(
  site: RoutingSite,
  t: (key: string, values?: Record<string, string>) => string,
): string {
  const plain = (element: string, words: string) =>
    `<span data-el="${element}">${escapeHtml(words)}</span>`;
  const { idCode, icp, police } = site;
  const record = /\d{14}/.exec(police ?? "")?.[0] ?? "";
  const items = [
    plain("foot.sponsor", t("states.sponsor", { name: site.sponsor })),
    escapeHtml(t("states.phone", { phone: site.phone })),
    escapeHtml(t("states.address", { address: site.address })),
    plain("foot.code", t("states.code", { code: idCode })),
    link("foot.mark", "https://bszs.conac.cn/", t("site.foot.mark")),
    link(
      "foot.jiucuo",
      `https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=${idCode}`,
      t("site.foot.jiucuo"),
    ),
    icp
      ? link("foot.icp", "https://beian.miit.gov.cn/", icp)
      : plain("foot.icp", t("site.foot.icp-pending")),
    police
      ? link("foot.police", `https://beian.mps.gov.cn/#/query/webSearch?code=${record}`, police)
      : plain("foot.police", t("site.foot.police-pending")),
    link("foot.sitemap", "/sitemap.html", t("site.foot.site-map")),
  ];
  return `<footer><ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul></footer>`;
}

function shell(title: string, theme: string | null, lang: Locale, body: string): string {
  const tokens = theme ? `<link rel="stylesheet" href="/t/${escapeHtml(theme)}.css">` : "";
  return `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escapeHtml(title)}</title>${tokens}<link rel="stylesheet" href="/t/state.css"></head><body>${body}</body></html>`;
}

/** The whole page of a state. Never says what was withdrawn or what broke. @rule GL-3.4, GL-3.6, GL-14.13 */
export function statePage(
  kind: StateKind,
  { site, locale = "zh-CN", notice, until }: Facts,
): string {
  const t = wordsOf(locale);
  const title = t(`states.${kind}.title`);
  const time = until
    ? `<p>${escapeHtml(t(`states.${kind}.until`, { time: formatMoment(until) }))}</p>`
    : "";
  const successor =
    kind === "closed" && site?.successor
      ? `<p>${escapeHtml(t("states.closed.successor"))}<a href="${escapeHtml(site.successor)}">${escapeHtml(site.successor)}</a></p>`
      : "";
  const home =
    site && HAS_HOME.has(kind)
      ? `<p><a class="home" href="/">${escapeHtml(t("states.home"))}</a></p>`
      : "";
  const main = `<main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(notice ?? t(`states.${kind}.words`))}</p>${time}${successor}${home}<p><a href="tel:12345">${escapeHtml(t("states.hotline"))}</a></p></main>`;
  const header = site ? `<header><p>${escapeHtml(site.name)}</p></header>` : "";
  return shell(
    site ? `${title}_${site.name}` : title,
    site?.theme ?? null,
    locale,
    `${header}${main}${site ? foot(site, t) : ""}`,
  );
}

/** What `localhost` shows to the machine's own user: the sites that run here. */
export function groupPage(
  sites: readonly { name: string; href: string }[],
  adminHref: string,
): string {
  const t = wordsOf("zh-CN");
  const links = sites
    .map(({ name, href }) => `<li><a href="${escapeHtml(href)}">${escapeHtml(name)}</a></li>`)
    .join("");
  const main = `<main><h1>${escapeHtml(t("states.sites.title"))}</h1><p>${escapeHtml(t("states.sites.words"))}</p><ul>${links}</ul><p><a class="home" href="${escapeHtml(adminHref)}">${escapeHtml(t("states.sites.admin"))}</a></p></main>`;
  return shell(t("states.sites.title"), null, "zh-CN", main);
}
