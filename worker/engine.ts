/** Keeps an external search engine up to the index, as long as the worker lives. */
import type { Db } from "#db/client.ts";
import { logger } from "#lib/logger.ts";
import { stopFollower } from "#modules/search/opensearch/commands/changes.ts";
import { beginFollowing, followOnce } from "#modules/search/opensearch/commands/follow.ts";
import type { Client } from "#modules/search/opensearch/queries/client.ts";

/** How long a change waits for the next look. */
const LOOK_EVERY_MS = 500;
const LONGEST_PAUSE_MS = 60_000;

/** Doubled with each failure, so that an engine that comes up again is not run over. */
export const pauseMs = (failures: number): number =>
  Math.min(LONGEST_PAUSE_MS, LOOK_EVERY_MS * 2 ** failures);

function keepFollowing(db: Db, client: Client): () => void {
  let isStopped = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  const once = async (): Promise<void> => {
    let isMore = false;
    try {
      await beginFollowing(db, client);
      const done = await followOnce(db, client);
      isMore = done.isMore;
      failures = 0;
      if (done.refused > 0) logger.warn(done, "OpenSearch refused documents");
    } catch (error) {
      failures += 1;
      logger.warn({ message: (error as Error).message, failures }, "OpenSearch is not followed");
    }
    if (!isStopped) timer = setTimeout(() => void once(), isMore ? 0 : pauseMs(failures));
  };
  void once();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}

/** Follows with this engine; without one, acts need note nothing any more. Returns how to stop. */
export async function keepEngine(db: Db, client: Client | null): Promise<() => void> {
  if (client) return keepFollowing(db, client);
  await stopFollower(db);
  return () => {};
}
