import type { AbsenceView, LinkView } from "#themes/contract.ts";

/** Where a missing page sends its reader: home, the site map, then what was suggested; each once. */
export function waysOn({ frame, suggestions }: AbsenceView): LinkView[] {
  const ways = [
    { name: frame.t("site.nav.back-home"), href: frame.homeHref },
    { name: frame.t("site.foot.site-map"), href: frame.siteMapHref },
    ...suggestions,
  ];
  return ways.filter((way, index) => ways.findIndex(({ href }) => href === way.href) === index);
}
