import type { Feed } from "#lib/feeds/feed.ts";

/** JSON Feed 1.1. */
export function jsonFeedText(feed: Feed): string {
  const document = {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.pageUrl,
    feed_url: feed.url,
    description: feed.description,
    language: feed.language,
    authors: [{ name: feed.author }],
    items: feed.items.map(({ title, url, publishedAt, summary }) => ({
      id: url,
      url,
      title,
      // Every item must hold a text of its own.
      content_text: summary ?? title,
      ...(summary ? { summary } : {}),
      date_published: publishedAt.toISOString(),
    })),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}
