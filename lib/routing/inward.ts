/** Links that editors wrote to pages of the group: they keep the reader's language and form. */
import type { Locale } from "#lib/i18n/locales.ts";
import { LOCALES } from "#lib/i18n/locales.ts";
import { hrefOf, parseAddress } from "#lib/routing/address.ts";
import { RESERVED_SEGMENTS } from "#lib/routing/reserved.ts";
import type { Variant } from "#lib/routing/variant.ts";

export type Reader = { host: string; locale: Locale; variant: Variant };

/** Feeds, maps and whatever else is no page has a form of its own only. */
const isPage = (path: string): boolean =>
  !RESERVED_SEGMENTS.has(path.split("/")[1] ?? "") && !/\.(?:xml|txt|json)$/.test(path);

/**
 * The address for this reader of a link to a page of the group: `/zwgk` becomes `/care/zwgk?size=2`
 * for who reads in care. Other sites may lack the reader's language, so there only the form is kept.
 * Null for every other address: outside, files, mail, places on the same page.
 */
export function inwardHref(
  href: string,
  isOwnHost: (host: string) => boolean,
  { host, locale, variant }: Reader,
): string | null {
  const isPath = href.startsWith("/") && !href.startsWith("//");
  if (!isPath && !/^https?:\/\//i.test(href)) return null;
  if (!URL.canParse(href, "http://here.localhost")) return null;
  const url = new URL(href, `http://${host}`);
  if (!isPath && !isOwnHost(url.hostname)) return null;
  const parsed = parseAddress(url.pathname, LOCALES);
  if (!parsed.ok || !isPage(parsed.address.path)) return null;
  const isHere = url.hostname === host;
  const page = hrefOf(parsed.address.path, isHere ? locale : "zh-CN", variant);
  return `${isHere ? "" : url.origin}${page}${url.hash}`;
}
