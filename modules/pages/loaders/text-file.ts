import "server-only";
import type { FeedKind, FeedPlace } from "#lib/routing/feed.ts";
import { STANDARD } from "#lib/routing/variant.ts";
import { loadFeed } from "#modules/pages/loaders/feeds.ts";
import { loadSetting } from "#modules/pages/loaders/frame.ts";
import { loadRobots, loadSitemap } from "#modules/pages/loaders/sitemap.ts";
import { readPublic } from "#modules/pages/queries.ts";

/** What a program reads at an address, and the cache tags of everything it was made from. */
export type TextFile = { body: string; contentType: string; tags: string[] };

/** Null when there is no such thing. @throws {AppError} UNAVAILABLE */
export function loadTextFile(place: FeedPlace, feed: FeedKind): Promise<TextFile | null> {
  return readPublic(async (db) => {
    const setting = await loadSetting(db, { ...place, variant: STANDARD });
    switch (feed.kind) {
      case "robots":
        return loadRobots(setting);
      case "sitemap":
        return await loadSitemap(db, setting, feed.part);
      case "feed":
        return await loadFeed(db, setting, feed);
    }
  });
}
