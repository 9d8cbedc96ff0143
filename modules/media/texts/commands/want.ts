import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { inTransaction } from "#db/tx.ts";
import { AppError } from "#lib/errors.ts";
import type { Ctx } from "#modules/access/context.ts";
import { audit } from "#modules/audit/commands.ts";
import { KINDS_WITH_WORDS } from "#modules/media/texts/domain.ts";
import { canManageTexts } from "#modules/media/texts/policy.ts";

const CHUNK = 5_000;
const kinds = sql.param([...KINDS_WITH_WORDS]);

/**
 * Has the files of these resources' released editions read, those that nobody has read yet. In the order
 * of their hashes: two acts that carry the same files wait for each other and do not lock each other out.
 */
export async function wantTexts(tx: Tx, resourceIds: readonly number[]): Promise<void> {
  await tx.execute(sql`
    insert into asset_text (sha256)
    select distinct a.sha256 from resource r
    join edition_asset ea on ea.edition_id = r.released_edition_id and ea.role in ('attachment', 'embedded')
    join asset a on a.id = ea.asset_id and a.extension = any(${kinds}::text[])
    where r.id = any(${sql.param(resourceIds)}::bigint[]) order by a.sha256
    on conflict (sha256) do nothing`);
}

/** The next files after `after` that citizens may have and nobody has read; `last` is null at the end. */
async function wantChunk(tx: Tx, after: number): Promise<{ last: number | null; wanted: number }> {
  const [row] = await tx.execute<{ last: string | null; wanted: number }>(sql`
    with batch as (
      select id, sha256, created_at from asset where id > ${after} and extension = any(${kinds}::text[])
      order by id limit ${CHUNK}),
    added as (
      insert into asset_text (sha256, wanted_at)
      select sha256, created_at from batch where exists (select from public_attachment p where p.asset_id = batch.id)
      order by sha256 on conflict (sha256) do nothing returning 1)
    select (select max(id) from batch) as last, (select count(*)::int from added) as wanted`);
  return { last: row?.last == null ? null : Number(row.last), wanted: row?.wanted ?? 0 };
}

async function tryAgain(tx: Tx): Promise<number> {
  const rows = await tx.execute(sql`
    update asset_text set state = 'waiting', reason = null, detail = '', attempts = 0, due_at = now()
    where state = 'failed' returning 1`);
  return rows.length;
}

/**
 * Has every public file read that was there before its kind was read; behind those that are published
 * meanwhile. May be stopped and run again. @param again also those that could not be read
 * @throws FORBIDDEN
 */
export async function wantAllTexts(ctx: Ctx, { again }: { again: boolean }): Promise<number> {
  if (!canManageTexts(ctx.actor)) throw new AppError("FORBIDDEN", "media.extract");
  let wanted = 0;
  for (let after: number | null = 0; after !== null; ) {
    const from: number = after;
    const chunk = await inTransaction(ctx.db, (tx) => wantChunk(tx, from));
    wanted += chunk.wanted;
    after = chunk.last;
  }
  return await inTransaction(ctx.db, async (tx) => {
    if (again) wanted += await tryAgain(tx);
    const details = { wanted, again };
    await audit(tx, ctx, { action: "media.extract", subject: ["media", "texts"], details });
    return wanted;
  });
}
