import "server-only";
import type { Db } from "#db/client.ts";
import { atomText } from "#lib/feeds/atom.ts";
import type { Feed } from "#lib/feeds/feed.ts";
import { jsonFeedText } from "#lib/feeds/json-feed.ts";
import { rssText } from "#lib/feeds/rss.ts";
import { convertDeep } from "#lib/i18n/convert.ts";
import { hrefOf } from "#lib/routing/address.ts";
import type { FeedForm } from "#lib/routing/feed.ts";
import { FEED_TYPES, feedPath } from "#lib/routing/feed.ts";
import { STANDARD } from "#lib/routing/variant.ts";
import { tags } from "#modules/cachetags/domain.ts";
import type { Setting } from "#modules/pages/loaders/frame.ts";
import { siteOrigin } from "#modules/pages/loaders/frame.ts";
import type { TextFile } from "#modules/pages/loaders/text-file.ts";
import { listColumnItems } from "#modules/resources/queries/public.ts";

const MOST_ITEMS = 50;
/** Pinned items come first in a column, whatever their age: this many rows hold the newest of all. */
const MOST_READ = 100;

const WRITERS: Record<FeedForm, (feed: Feed) => string> = {
  rss: rssText,
  atom: atomText,
  json: jsonFeedText,
};

/** The newest items of a column in one of three forms; null when the column is gone. */
export async function loadFeed(
  db: Db,
  setting: Setting,
  { columnId, form }: { columnId: number; form: FeedForm },
): Promise<TextFile | null> {
  const { site, locale } = setting;
  const column = setting.columns.find(({ id }) => id === columnId);
  if (!column) return null;
  const items = await listColumnItems(db, { columnId, limit: MOST_READ, offset: 0 });
  const origin = siteOrigin(setting);
  const at = (path: string) => `${origin}${hrefOf(path, locale, STANDARD)}`;
  const body = WRITERS[form]({
    title: `${column.name} - ${site.name}`,
    description: column.description || column.name,
    pageUrl: at(`/${column.path}`),
    url: at(feedPath(column.path, form)),
    language: locale,
    author: site.name,
    items: convertDeep(items, setting.convert)
      .sort((one, other) => other.publishedAt.getTime() - one.publishedAt.getTime())
      .slice(0, MOST_ITEMS)
      .map(({ title, path, publishedAt, summary }) => ({
        title,
        url: at(path),
        publishedAt,
        summary,
      })),
  });
  const contentType = `${FEED_TYPES[form]}; charset=utf-8`;
  return { body, contentType, tags: [tags.site(site.id), tags.column(columnId)] };
}
