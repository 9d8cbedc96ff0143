import * as z from "zod";
import type { Db, Raw } from "#db/client.ts";
import { logger } from "#lib/logger.ts";
import type { TagChange, TagState } from "#lib/pagestore/tag-state.ts";
import { SITE_CHANNEL, TAG_CHANNEL } from "#modules/cachetags/domain.ts";
import { listTagChanges } from "#modules/cachetags/queries.ts";

const CATCH_UP_MS = 5_000;
/** `changed_at` is set before its commit, so rows may appear this much later than they say. */
const OVERLAP_MS = 60_000;

const payloadSchema = z.object({
  kind: z.enum(["refresh", "drop"]),
  tags: z.array(z.string()),
  at: z.number(),
});

type Listener = { onTags: (changes: TagChange[]) => void; onSites: () => void };

/**
 * Follows the database: NOTIFY for speed, and the table again after every gap and every few
 * seconds, because a notification can be lost and a page must not be.
 */
export async function followChanges(
  sql: Raw,
  db: Db,
  tags: TagState,
  listener: Listener,
): Promise<void> {
  const catchUp = async () => {
    const rows = await listTagChanges(db, Math.max(0, tags.newest - OVERLAP_MS));
    listener.onTags(
      rows.map(({ tag, isDrop, changedAt }) => ({ tag, isDrop, at: Math.round(changedAt) })),
    );
  };
  const catchUpSafely = () =>
    catchUp().catch((error: Error) =>
      logger.warn({ message: error.message }, "tags could not be read"),
    );
  const onPayload = (payload: string) => {
    const { kind, tags: names, at } = payloadSchema.parse(JSON.parse(payload));
    listener.onTags(names.map((tag) => ({ tag, isDrop: kind === "drop", at })));
  };
  // Called at the first LISTEN and after each reconnection.
  const onListening = () => {
    void catchUpSafely();
    listener.onSites();
  };
  await sql.listen(TAG_CHANNEL, onPayload, onListening);
  await sql.listen(SITE_CHANNEL, () => listener.onSites());
  setInterval(() => {
    void catchUpSafely();
    listener.onSites();
  }, CATCH_UP_MS).unref();
}
