/**
 * The inner address of a page: what middleware rewrites to once it knows what stands at a public
 * address. Only middleware makes these; a citizen cannot ask for one.
 */
import type { Locale } from "#lib/i18n/locales.ts";
import { LOCALES } from "#lib/i18n/locales.ts";
import type { Variant } from "#lib/routing/variant.ts";
import { parseVariantSegment, variantSegment } from "#lib/routing/variant.ts";

export type PageKind =
  | { kind: "home" }
  | { kind: "column"; columnId: number; page: number }
  | { kind: "article"; placementId: number }
  | { kind: "site-map" }
  | { kind: "absent"; why: "unknown" | "withdrawn" };

export type Place = { siteId: number; locale: Locale; variant: Variant };

function segmentsOf(page: PageKind): string[] {
  switch (page.kind) {
    case "column":
      return ["column", String(page.columnId), String(page.page)];
    case "article":
      return ["article", String(page.placementId)];
    case "absent":
      return ["absent", page.why];
    case "home":
    case "site-map":
      return [page.kind];
  }
}

/**
 * `/sites/3/care.2.e7f-19/zh-CN/article/42`. The epoch of a gateway's request is part of the address,
 * so that Next never joins a request made after a publish to a render begun before it.
 */
export function innerPath(place: Place, page: PageKind, epoch: string | null): string {
  const variant = `${variantSegment(place.variant)}${epoch ? `.e${epoch}` : ""}`;
  return `/${["sites", place.siteId, variant, place.locale, ...segmentsOf(page)].join("/")}`;
}

const EPOCH = /\.e[a-z0-9]{1,16}-\d{1,15}$/;

/** An epoch as a gateway writes it, or null. */
export const readEpoch = (header: string | null): string | null =>
  header && EPOCH.test(`.e${header}`) ? header : null;

const positive = (word: string | undefined): number | null =>
  word && /^[1-9]\d{0,15}$/.test(word) ? Number(word) : null;

function readPage([kind, first, second, ...rest]: readonly string[]): PageKind | null {
  if (rest.length > 0) return null;
  const [id, page] = [positive(first), positive(second)];
  if (kind === "column" && id && page) return { kind, columnId: id, page };
  if (kind === "article" && id) return { kind, placementId: id };
  if (kind === "absent" && (first === "unknown" || first === "withdrawn"))
    return { kind, why: first };
  return kind === "home" || kind === "site-map" ? { kind } : null;
}

/** Inverse of `innerPath`, from Next's params; null for anything it does not write. */
export function readInner(params: {
  site: string;
  variant: string;
  locale: string;
  view: readonly string[];
}): { place: Place; page: PageKind } | null {
  const siteId = positive(params.site);
  const variant = parseVariantSegment(params.variant.replace(EPOCH, ""));
  const locale = LOCALES.find((known) => known === params.locale);
  const page = readPage(params.view);
  return siteId && variant && locale && page ? { place: { siteId, variant, locale }, page } : null;
}
