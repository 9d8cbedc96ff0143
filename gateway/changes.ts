import * as z from "zod";
import type { Db, Raw } from "#db/client.ts";
import { withDeadline } from "#db/deadline.ts";
import { logger } from "#lib/logger.ts";
import type { TagChange, TagState } from "#lib/pagestore/tag-state.ts";
import { SITE_CHANNEL, TAG_CHANNEL } from "#modules/cachetags/domain.ts";
import { listTagChanges } from "#modules/cachetags/queries.ts";

const CATCH_UP_MS = 5_000;
const LISTEN_RETRY_MS = 1_000;
/** `changed_at` is set before its commit, so rows may appear this much later than they say. */
const OVERLAP_MS = 60_000;

const payloadSchema = z.object({
  kind: z.enum(["refresh", "drop"]),
  tags: z.array(z.string()),
  at: z.number(),
});

type Listener = { onTags: (changes: TagChange[]) => void; onSites: () => void };

/** LISTEN, again and again until the database lets us; after that the driver reconnects by itself. */
async function listen(
  sql: Raw,
  channel: string,
  onPayload: (payload: string) => void,
  onListening: () => void,
): Promise<void> {
  for (;;) {
    try {
      await sql.listen(channel, onPayload, onListening);
      return;
    } catch (error) {
      logger.warn({ channel, message: String(error) }, "no LISTEN yet");
      await new Promise((resolve) => setTimeout(resolve, LISTEN_RETRY_MS));
    }
  }
}

/**
 * Follows the database: NOTIFY for speed, and the table again after every gap and every few
 * seconds, because a notification can be lost and a page must not be.
 */
export function followChanges(sql: Raw, db: Db, tags: TagState, listener: Listener): void {
  const catchUp = async () => {
    const since = Math.max(0, tags.newest - OVERLAP_MS);
    const rows = await withDeadline(() => listTagChanges(db, since), CATCH_UP_MS);
    listener.onTags(
      rows.map(({ tag, isDrop, changedAt }) => ({ tag, isDrop, at: Math.round(changedAt) })),
    );
    tags.isCaughtUp = true;
  };
  const look = () => {
    listener.onSites();
    catchUp().catch((error: Error) =>
      logger.warn({ message: error.message }, "tags could not be read"),
    );
  };
  const onPayload = (payload: string) => {
    const { kind, tags: names, at } = payloadSchema.parse(JSON.parse(payload));
    listener.onTags(names.map((tag) => ({ tag, isDrop: kind === "drop", at })));
  };
  setInterval(look, CATCH_UP_MS).unref();
  // `look` runs at the first LISTEN and after each reconnection.
  void listen(sql, TAG_CHANNEL, onPayload, look);
  void listen(
    sql,
    SITE_CHANNEL,
    () => listener.onSites(),
    () => {},
  );
}
