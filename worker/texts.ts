import { setTimeout } from "node:timers/promises";
import type { Db } from "#db/client.ts";
import { env } from "#lib/env.ts";
import { logger } from "#lib/logger.ts";
import { extractNext } from "#modules/media/texts/commands/extract.ts";

const REST_MS = 1_000;

/**
 * Reads the words of files as long as there are some that wait, `ZS_FILE_TEXTS_AT_ONCE` at a time. Returns
 * how to stop: what is being read is given back.
 */
export function keepTexts(db: Db): () => Promise<void> {
  const ending = new AbortController();
  const { signal } = ending;
  const once = () =>
    extractNext(db, signal).catch((error: Error) => {
      logger.warn({ message: error.message }, "file text chore");
      return false;
    });
  const reader = async () => {
    while (!signal.aborted)
      if (!(await once())) await setTimeout(REST_MS, undefined, { signal }).catch(() => {});
  };
  const readers = Array.from({ length: env.ZS_FILE_TEXTS_AT_ONCE }, reader);
  return async () => {
    ending.abort();
    await Promise.all(readers);
  };
}
