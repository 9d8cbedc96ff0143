import "server-only";
import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { inTransaction } from "#db/tx.ts";
import { env } from "#lib/env.ts";
import { logger } from "#lib/logger.ts";
import type { Reading } from "#lib/papers/reading.ts";
import { readPaperFile } from "#lib/papers/run.ts";
import { emit } from "#modules/jobs/commands.ts";
import { filePath } from "#modules/media/commands.ts";
import type { Outcome } from "#modules/media/texts/domain.ts";
import { outcomeOf } from "#modules/media/texts/domain.ts";
import { fileTextExtracted } from "#modules/media/texts/events.ts";

/** Beyond its time, how long a claim holds: to start the process and to keep what it said. */
const SPARE_SECONDS = 30;

type Claim = { assetId: number; sha256: string; extension: string; name: string; attempt: number };

/**
 * Takes the next file for as long as reading may last. The attempt counts from now: a file that ends
 * the worker itself is not tried for ever.
 */
async function claimNext(tx: Tx): Promise<Claim | null> {
  const [row] = await tx.execute<{
    id: string;
    sha: string;
    extension: string;
    name: string;
    attempts: number;
  }>(sql`
    with next as (
      select sha256 from asset_text where state = 'waiting' and due_at <= now()
      order by wanted_at desc limit 1 for update skip locked)
    update asset_text t set attempts = t.attempts + 1,
      due_at = now() + ${env.ZS_FILE_TEXT_SECONDS + SPARE_SECONDS} * interval '1 second'
    from next join asset a on a.sha256 = next.sha256 where t.sha256 = next.sha256
    returning a.id, encode(a.sha256, 'hex') as sha, a.extension, a.name, t.attempts`);
  if (!row) return null;
  const { id, sha, extension, name, attempts } = row;
  return { assetId: Number(id), sha256: sha, extension, name, attempt: attempts };
}

const mine = ({ sha256, attempt }: Claim) =>
  sql`sha256 = decode(${sha256}, 'hex') and state = 'waiting' and attempts = ${attempt}`;

/** Gives a file back that was not read to the end, as if it had not been taken. */
async function release(tx: Tx, claim: Claim): Promise<void> {
  await tx.execute(sql`
    update asset_text set attempts = attempts - 1, due_at = now() where ${mine(claim)}`);
}

/** Those that show it are locked before its row is, as a publish does: neither waits for the other in a ring. */
async function lockCarriers(tx: Tx, assetId: number): Promise<void> {
  await tx.execute(sql`
    select r.id from resource r where r.released_edition_id in (
      select edition_id from edition_asset where asset_id = ${assetId})
    order by r.id for no key update`);
}

/** Keeps what became of it, unless the claim has run out and somebody else has it. */
async function keepOutcome(tx: Tx, claim: Claim, outcome: Outcome): Promise<void> {
  if (outcome.state === "done") await lockCarriers(tx, claim.assetId);
  const text = outcome.state === "done" ? outcome.text : null;
  const { reason = null, detail = "" } = "reason" in outcome ? outcome : {};
  const pause = outcome.state === "waiting" ? outcome.pauseSeconds : 0;
  const kept = await tx.execute(sql`
    update asset_text set state = ${outcome.state}, text = ${text}, reason = ${reason}, detail = ${detail},
      due_at = now() + ${pause} * interval '1 second', extracted_at = now()
    where ${mine(claim)} returning 1`);
  if (kept.length > 0 && outcome.state === "done")
    await emit(tx, fileTextExtracted, { assetId: claim.assetId });
}

/** A file whose every attempt ended with its worker is left alone. */
const read = async (claim: Claim, ending: AbortSignal): Promise<Reading> =>
  claim.attempt > env.ZS_FILE_TEXT_TRIES
    ? { state: "failed", reason: "crashed", detail: "" }
    : await readPaperFile(
        filePath(claim),
        {
          timeMs: env.ZS_FILE_TEXT_SECONDS * 1_000,
          memoryBytes: env.ZS_FILE_TEXT_MEMORY_BYTES,
          characters: env.ZS_FILE_TEXT_CHARACTERS,
        },
        ending,
      );

/**
 * Reads the words of the next file that waits, in a process of its own, and makes them searchable in one
 * transaction wherever it is live. False when none waits.
 */
export async function extractNext(db: Db, ending: AbortSignal): Promise<boolean> {
  const claim = await inTransaction(db, claimNext);
  if (!claim) return false;
  const reading = await read(claim, ending);
  if (ending.aborted) {
    await inTransaction(db, (tx) => release(tx, claim));
    return false;
  }
  const outcome = outcomeOf(reading, claim.attempt, env.ZS_FILE_TEXT_TRIES);
  await inTransaction(db, (tx) => keepOutcome(tx, claim, outcome));
  if ("reason" in outcome) {
    const { state, reason, detail } = outcome;
    const { sha256, name, attempt } = claim;
    logger.warn(
      { sha256, name, attempt, state, reason, detail },
      "the words of a file could not be read",
    );
  }
  return true;
}
