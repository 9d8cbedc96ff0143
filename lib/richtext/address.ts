import { MAX_ADDRESS_LENGTH } from "./limits.ts";

/** Schemes a link may use. Everything else, above all `javascript:` and `data:`, is refused. */
export const LINK_SCHEMES: ReadonlySet<string> = new Set(["http:", "https:", "mailto:", "tel:"]);

// Browsers skip tabs, line breaks and leading controls inside an address and read `\` as `/`, so
// what a check sees would not be what is opened. None of them belongs in an address.
export const FORBIDDEN_IN_ADDRESS = /[\s\p{Cc}\p{Cf}\p{Cs}\\]/u;
const WEB = /^https?:\/\//i;
// The URL standard lets quotes and braces through in a host name; no real host has them.
const HOST = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])$/i;
// Stands for our own host while a site-relative path is parsed; `.invalid` is reserved (RFC 2606).
const OWN_ORIGIN = "https://own.invalid";

/** May a link go there? http, https, mailto, tel, a path from the site's root, or a fragment. */
export function isLinkAddress(address: string): boolean {
  if (!isPlain(address)) return false;
  if (address.startsWith("#")) return true;
  if (address.startsWith("/")) return isSitePath(address);
  const url = parse(address);
  if (!url || !LINK_SCHEMES.has(url.protocol)) return false;
  return url.protocol.startsWith("http") ? isWebAddress(address, url) : url.pathname !== "";
}

/** May a picture come from there? Only the web and the site itself. */
export function isImageAddress(address: string): boolean {
  if (!isPlain(address)) return false;
  if (address.startsWith("/")) return isSitePath(address);
  const url = parse(address);
  return url !== null && isWebAddress(address, url);
}

/** A link that leaves this page's own host, as far as the address alone can tell. */
export function isAbsoluteAddress(address: string): boolean {
  return WEB.test(address);
}

/**
 * Makes an address found in somebody's HTML fit to be checked: trimmed, spaces encoded, relative
 * ones resolved when the page's own address is known.
 */
export function tidyAddress(raw: string, baseUrl?: string): string {
  const address = raw.trim().replaceAll(" ", "%20");
  if (baseUrl === undefined || address === "" || /^[#/]|^[a-z][a-z0-9+.-]*:/i.test(address)) {
    return resolveRooted(address, baseUrl);
  }
  return parse(address, baseUrl)?.href ?? address;
}

/** Percent-encodes what may stand in an address for browsers but not in valid HTML. */
export function printableAddress(address: string): string {
  const [, origin = "", rest = ""] = /^(https?:\/\/[^/?#]*)?(.*)$/is.exec(address) ?? [];
  const hash = rest.indexOf("#");
  const path = hash < 0 ? rest : rest.slice(0, hash);
  const fragment = hash < 0 ? "" : `#${encode(rest.slice(hash + 1)).replaceAll("#", "%23")}`;
  return origin + encode(path) + fragment;
}

function isPlain(address: string): boolean {
  return (
    address !== "" && address.length <= MAX_ADDRESS_LENGTH && !FORBIDDEN_IN_ADDRESS.test(address)
  );
}

function isSitePath(address: string): boolean {
  if (address.startsWith("//")) return false;
  const url = parse(address, OWN_ORIGIN);
  // `/..//other.host` is harmless as written, and another host once somebody normalises it.
  return url !== null && url.origin === OWN_ORIGIN && !url.pathname.startsWith("//");
}

function isWebAddress(address: string, url: URL): boolean {
  // `https:path` is relative for browsers; a user name dresses one host up as another.
  return WEB.test(address) && url.username === "" && url.password === "" && HOST.test(url.hostname);
}

// An old site's `/a/b.html` is meant on the old site, so with a base it becomes absolute.
function resolveRooted(address: string, baseUrl: string | undefined): string {
  if (baseUrl === undefined || !address.startsWith("/")) return address;
  return parse(address, baseUrl)?.href ?? address;
}

function encode(part: string): string {
  return part.replace(/["'<>^`{|}[\]]|%(?![0-9a-f]{2})/gi, (found) => {
    return `%${found.charCodeAt(0).toString(16).toUpperCase()}`;
  });
}

function parse(address: string, baseUrl?: string): URL | null {
  return URL.canParse(address, baseUrl) ? new URL(address, baseUrl) : null;
}
