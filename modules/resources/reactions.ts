import { react, reactInTransaction } from "#modules/jobs/domain.ts";
import { syncPublicFiles } from "#modules/media/commands.ts";
import { wantTexts } from "#modules/media/texts/commands/want.ts";
import {
  resourceArchived,
  resourcePublished,
  resourcesImported,
  resourceWithdrawn,
} from "#modules/resources/events.ts";

type Place = { siteId: number; path: string };

/** Standard and care form of each address. */
const addressesOf = (places: readonly Place[]) =>
  places.flatMap(({ siteId, path }) => [
    { siteId, path },
    { siteId, path: `/care${path}` },
  ]);

/** Reads a new page before the first citizen does, so that it is kept even if next goes away. */
export const warmPublished = react(
  "pages.warm",
  resourcePublished,
  async ({ places }, { visit }) => {
    for (const { siteId, path } of addressesOf(places)) await visit(siteId, path);
  },
);

/** The page that says "withdrawn" is kept too. */
export const warmWithdrawn = react(
  "pages.warm-withdrawn",
  resourceWithdrawn,
  async ({ places }, { visit }) => {
    for (const { siteId, path } of addressesOf(places)) await visit(siteId, path);
  },
);

export const warmArchived = react(
  "pages.warm-archived",
  resourceArchived,
  async ({ places }, { visit }) => {
    for (const { siteId, path } of addressesOf(places)) await visit(siteId, path);
  },
);

/** Files of a published edition go where the gateway finds them; those of an older one leave. */
export const publishFiles = react("files.publish", resourcePublished, ({ resourceId }, { db }) =>
  syncPublicFiles(db, resourceId),
);

export const withdrawFiles = react("files.withdraw", resourceWithdrawn, ({ resourceId }, { db }) =>
  syncPublicFiles(db, resourceId),
);

/** Words of files are read once somebody may have the files; of drafts nobody reads them. */
export const wantPublishedTexts = reactInTransaction(resourcePublished, ({ resourceId }, tx) =>
  wantTexts(tx, [resourceId]),
);

export const wantImportedTexts = reactInTransaction(resourcesImported, ({ resourceIds }, tx) =>
  wantTexts(tx, resourceIds),
);
