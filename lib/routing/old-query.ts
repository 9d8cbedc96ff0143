/** What old systems told their pages apart by: `show.jsp?id=7`. Pages here have no such addresses; redirects to them do. */

/** Words that whoever passed an address on has added. */
const ADDED =
  /^(?:utm_[^=]*|spm|fbclid|gclid|isappinstalled|nsukey|wechat_redirect|jsessionid|from=(?:timeline|singlemessage|groupmessage|appmessage))(?:=|$)/;
const PLAIN = /^[\x21-\x7e]*$/;

/** `ID=7` → `id=7`: names in small letters, for half of the old servers do not tell them apart. */
function tidyPart(part: string): string {
  const at = part.indexOf("=");
  const name = (at < 0 ? part : part.slice(0, at)).toLowerCase();
  const value = at < 0 ? "" : part.slice(at);
  return `${name}${value.replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase())}`;
}

/**
 * A query in the one spelling in which it is kept and looked for: without what was added on the way, in the order of
 * its words. Values stay as they are written: what GBK said in percent signs is no UTF-8. "" when nothing is left.
 */
export function tidyOldQuery(raw: string): string {
  if (!PLAIN.test(raw)) return "";
  return raw
    .split("&")
    .map(tidyPart)
    .filter((part) => part !== "" && part !== "=" && !ADDED.test(part))
    .sort()
    .join("&");
}

/** WordPress calls a page so that has no address of its own; all others say by their path what they are. */
export const isHomeQuery = (path: string, query: string): boolean =>
  path === "/" && /^(?:p|page_id)=\d+$/.test(query);
