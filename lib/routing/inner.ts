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
  | { kind: "statement"; name: StatementName }
  | { kind: "leave"; url: string }
  | { kind: "absent"; why: "unknown" | "withdrawn" };

/** Statements that every site makes about itself. */
export const STATEMENT_NAMES = ["accessibility", "privacy"] as const;
export type StatementName = (typeof STATEMENT_NAMES)[number];

export type Place = { siteId: number; locale: Locale; variant: Variant };

/** A segment of a path stays short, whatever it carries. */
const chunksOf = (text: string): string[] => text.match(/.{1,200}/g) ?? [];

function segmentsOf(page: PageKind): string[] {
  switch (page.kind) {
    case "column":
      return ["column", String(page.columnId), String(page.page)];
    case "article":
      return ["article", String(page.placementId)];
    case "absent":
      return ["absent", page.why];
    case "statement":
      return ["statement", page.name];
    case "leave":
      return ["leave", ...chunksOf(Buffer.from(page.url).toString("base64url"))];
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

function readPage([kind, ...words]: readonly string[]): PageKind | null {
  if (kind === "leave") return { kind, url: Buffer.from(words.join(""), "base64url").toString() };
  const name = STATEMENT_NAMES.find((known) => known === words[0]);
  if (kind === "statement") return name && words.length === 1 ? { kind, name } : null;
  return readContent([kind ?? "", ...words]);
}

function readContent([kind, first, second, ...rest]: readonly string[]): PageKind | null {
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
