import type { Locale } from "#lib/i18n/locales.ts";
import { LOCALE_SEGMENTS, LOCALES } from "#lib/i18n/locales.ts";
import type { Leave } from "#lib/routing/leave.ts";
import { LEAVE_PATH, leaveQuery, readLeave } from "#lib/routing/leave.ts";
import { tidyOldQuery } from "#lib/routing/old-query.ts";
import type { Question, QuestionKind } from "#lib/routing/search.ts";
import { QUESTION_PATHS, questionAt, searchQuery } from "#lib/routing/search.ts";
import type { Variant } from "#lib/routing/variant.ts";
import { careOptions, STANDARD, variantQuery } from "#lib/routing/variant.ts";

export const MAX_TARGET_LENGTH = 2048;

export type Address = {
  locale: Locale;
  variant: Variant;
  /** Decoded path without locale and care; `/` or `/zwgk/tzgg`, never with a trailing slash. */
  path: string;
  /** The one address of this page: other spellings redirect to it. */
  canonical: string;
  /** Set on the page that stands before an address outside; not yet proven to be signed. */
  leave?: Leave | null;
  /** Set where something is asked: the result page and its answers for programs. */
  question?: Question;
  /** Words behind `?` that mean nothing here, and may have told pages apart in the system before (`tidyOldQuery`). */
  oldQuery?: string;
};

export type AddressProblem = "too-long" | "malformed";

/** Control characters, spaces that only look like one, backslash, and what cannot stand in UTF-8. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming control characters is its whole purpose
const FORBIDDEN = /[\u0000-\u001f\u007f-\u009f\u00a0\u2028\u2029\ufeff\ufffd\\]/;

function decodePath(raw: string): string | null {
  // An encoded slash or backslash would change the number of segments after decoding; an encoded question mark would
  // make a path of what is a path and a query: pages are kept by both together.
  if (/%(?:2f|5c|3f|00)/i.test(raw)) return null;
  try {
    const path = decodeURIComponent(raw);
    return FORBIDDEN.test(path) ? null : path;
  } catch {
    return null;
  }
}

const isPlainSegment = (segment: string): boolean =>
  segment !== "" && segment !== "." && segment !== ".." && segment.length <= 255;

/** `/zwgk/中文` → its wire form; keeps the characters that a path may carry as they are. */
const encodePath = (path: string): string =>
  path.split("/").map(encodeURIComponent).join("/").replaceAll("%21", "!");

/** Locale and care are the first segments, in this order. */
function takePrefix(
  segments: string[],
  locales: readonly Locale[],
): { locale: Locale; isCare: boolean; rest: string[] } {
  const locale = LOCALES.find(
    (name) =>
      LOCALE_SEGMENTS[name] !== null &&
      LOCALE_SEGMENTS[name] === segments[0] &&
      locales.includes(name),
  );
  const afterLocale = locale ? segments.slice(1) : segments;
  const isCare = afterLocale[0] === "care";
  return { locale: locale ?? "zh-CN", isCare, rest: isCare ? afterLocale.slice(1) : afterLocale };
}

/** The address of a page in a form: what links print and redirects send. */
export function hrefOf(path: string, locale: Locale, variant: Variant): string {
  const prefix = [LOCALE_SEGMENTS[locale], variant.mode === "care" ? "care" : null].filter(
    (part) => part !== null,
  );
  const full = [...prefix, ...path.split("/").filter((part) => part !== "")].join("/");
  return `/${encodePath(full)}${variantQuery(variant)}`;
}

/** `index.html` and `index_1.html` are other spellings of the folder itself. */
const withoutIndex = (segments: string[]): string[] =>
  /^index(?:_[01])?\.html?$/.test(segments.at(-1) ?? "") ? segments.slice(0, -1) : segments;

export const withQuery = (href: string, query: string): string =>
  `${href}${href.includes("?") ? "&" : "?"}${query}`;

/** The address of the leave-site page, with the words it needs. */
export const leaveHref = (leave: Leave, locale: Locale, variant: Variant): string =>
  withQuery(hrefOf(LEAVE_PATH, locale, variant), leaveQuery(leave));

/** Each address outside is a page of its own; null when the query names none. */
function leaveAddress(query: URLSearchParams, locale: Locale, variant: Variant): Address {
  const leave = readLeave(query);
  if (!leave) return { locale, variant, path: LEAVE_PATH, canonical: LEAVE_PATH, leave };
  const path = `${LEAVE_PATH}?${leaveQuery(leave)}`;
  return { locale, variant, path, canonical: leaveHref(leave, locale, variant), leave };
}

/** Each question is a page of its own. */
function questionAddress(
  kind: QuestionKind,
  words: URLSearchParams,
  locale: Locale,
  variant: Variant,
): Address {
  const query = searchQuery(words);
  const plain = QUESTION_PATHS[kind];
  const href = hrefOf(plain, locale, variant);
  return {
    locale,
    variant,
    path: query === "" ? plain : `${plain}?${query}`,
    canonical: query === "" ? href : withQuery(href, query),
    question: { kind, query },
  };
}

/** Pages that are told apart by their query; null for all others. */
function askingAddress(
  path: string,
  words: URLSearchParams,
  locale: Locale,
  variant: Variant,
): Address | null {
  if (path === LEAVE_PATH) return leaveAddress(words, locale, variant);
  const kind = questionAt(path, variant.mode === "care");
  return kind ? questionAddress(kind, words, locale, variant) : null;
}

/** The address with the words that may have told it apart before: where a redirect to another spelling must not lose them. */
export const wholeHref = ({ canonical, oldQuery }: Address): string =>
  oldQuery === undefined ? canonical : withQuery(canonical, oldQuery);

/** The address that is looked for when the path alone is no page. Null where nothing else was said. */
export const oldAddress = (address: Address): Address | null =>
  address.oldQuery === undefined
    ? null
    : {
        ...address,
        path: `${address.path}?${address.oldQuery}`,
        canonical: wholeHref(address),
      };

/** No old system had addresses in our other forms and languages. */
function oldQueryOf(query: string, locale: Locale, variant: Variant): { oldQuery?: string } {
  const words = locale === "zh-CN" && variant.mode === "std" ? tidyOldQuery(query) : "";
  return words === "" ? {} : { oldQuery: words };
}

/**
 * Reads a request target. A page has exactly one address; `canonical` differs from the target when
 * this was another spelling of it (trailing slash, index.html, unknown query words).
 */
export function parseAddress(
  target: string,
  locales: readonly Locale[] = ["zh-CN"],
): { ok: true; address: Address; isCanonical: boolean } | { ok: false; problem: AddressProblem } {
  if (target.length > MAX_TARGET_LENGTH) return { ok: false, problem: "too-long" };
  const [rawPath = "", ...queries] = target.split("?");
  const decoded = rawPath.startsWith("/") && !rawPath.includes("#") ? decodePath(rawPath) : null;
  if (decoded === null) return { ok: false, problem: "malformed" };
  const hasSlash = decoded.length > 1 && decoded.endsWith("/");
  const segments = decoded === "/" ? [] : decoded.slice(1, hasSlash ? -1 : undefined).split("/");
  if (!segments.every(isPlainSegment)) return { ok: false, problem: "malformed" };
  const { locale, isCare, rest } = takePrefix(segments, locales);
  const query = new URLSearchParams(queries.join("?"));
  const variant: Variant = isCare ? { mode: "care", ...careOptions(query) } : STANDARD;
  const plain = `/${rest.join("/")}`;
  const asking = askingAddress(plain, query, locale, variant);
  if (asking) return { ok: true, address: asking, isCanonical: !hasSlash };
  const path = `/${withoutIndex(rest).join("/")}`;
  const canonical = hrefOf(path, locale, variant);
  // Extra query words are dropped without a redirect: campaign links must not cost a round trip.
  const isCanonical = !hasSlash && path === plain;
  const old = oldQueryOf(queries.join("?"), locale, variant);
  return { ok: true, address: { locale, variant, path, canonical, ...old }, isCanonical };
}
