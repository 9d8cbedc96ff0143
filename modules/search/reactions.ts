/** The index follows content inside the act: an item is found when its publish commits, and gone when its withdrawal does. */
import { reactInTransaction } from "#modules/jobs/domain.ts";
import { fileTextExtracted } from "#modules/media/texts/events.ts";
import {
  resourcePublished,
  resourcesImported,
  resourceWithdrawn,
} from "#modules/resources/events.ts";
import { keepFileIndexed, keepIndexed, keepSiteIndexed } from "#modules/search/commands/keep.ts";
import { siteStateChanged } from "#modules/sites/events.ts";

export const indexPublished = reactInTransaction(resourcePublished, ({ resourceId }, tx) =>
  keepIndexed(tx, [resourceId]),
);

export const indexWithdrawn = reactInTransaction(resourceWithdrawn, ({ resourceId }, tx) =>
  keepIndexed(tx, [resourceId]),
);

export const indexImported = reactInTransaction(resourcesImported, ({ resourceIds, texts }, tx) =>
  keepIndexed(tx, resourceIds, new Map(texts)),
);

export const indexSite = reactInTransaction(siteStateChanged, ({ siteId }, tx) =>
  keepSiteIndexed(tx, siteId),
);

export const indexFileText = reactInTransaction(fileTextExtracted, ({ assetId }, tx) =>
  keepFileIndexed(tx, assetId),
);
