import type { Feed } from "#lib/feeds/feed.ts";
import { updatedAt } from "#lib/feeds/feed.ts";
import { element, XML_HEAD } from "#lib/feeds/xml.ts";

/** RSS 2.0, with the address of itself that readers of RSS ask for. */
export function rssText(feed: Feed): string {
  const items = feed.items.map((item) =>
    [
      "<item>",
      element("title", item.title),
      element("link", item.url),
      element("guid", item.url, { isPermaLink: "true" }),
      element("pubDate", item.publishedAt.toUTCString()),
      ...(item.summary ? [element("description", item.summary)] : []),
      "</item>",
    ].join(""),
  );
  return [
    XML_HEAD,
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
    element("title", feed.title),
    element("link", feed.pageUrl),
    element("description", feed.description),
    element("language", feed.language),
    element("lastBuildDate", updatedAt(feed).toUTCString()),
    element("atom:link", null, { href: feed.url, rel: "self", type: "application/rss+xml" }),
    ...items,
    "</channel></rss>",
    "",
  ].join("\n");
}
