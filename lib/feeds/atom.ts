import type { Feed } from "#lib/feeds/feed.ts";
import { updatedAt } from "#lib/feeds/feed.ts";
import { element, escapeXml, XML_HEAD } from "#lib/feeds/xml.ts";

/** Atom 1.0 (RFC 4287). The id of an item is its address, which never changes (GL-14.9). */
export function atomText(feed: Feed): string {
  const entries = feed.items.map((item) => {
    const at = item.publishedAt.toISOString();
    return [
      "<entry>",
      element("id", item.url),
      element("title", item.title),
      element("link", null, { rel: "alternate", type: "text/html", href: item.url }),
      element("published", at),
      element("updated", at),
      ...(item.summary ? [element("summary", item.summary)] : []),
      "</entry>",
    ].join("");
  });
  return [
    XML_HEAD,
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(feed.language)}">`,
    element("id", feed.url),
    element("title", feed.title),
    element("subtitle", feed.description),
    element("updated", updatedAt(feed).toISOString()),
    `<author>${element("name", feed.author)}</author>`,
    element("link", null, { rel: "self", type: "application/atom+xml", href: feed.url }),
    element("link", null, { rel: "alternate", type: "text/html", href: feed.pageUrl }),
    ...entries,
    "</feed>",
    "",
  ].join("\n");
}
