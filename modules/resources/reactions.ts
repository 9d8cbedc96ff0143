import { react } from "#modules/jobs/domain.ts";
import { resourcePublished, resourceWithdrawn } from "#modules/resources/events.ts";

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
