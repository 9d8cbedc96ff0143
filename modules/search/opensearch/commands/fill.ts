import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { inTransaction } from "#db/tx.ts";
import { AppError } from "#lib/errors.ts";
import type { Ctx } from "#modules/access/context.ts";
import { audit } from "#modules/audit/commands.ts";
import {
  createIndex,
  listIndices,
  readFrom,
  refreshIndex,
  removeIndices,
} from "#modules/search/opensearch/commands/indices.ts";
import { tell } from "#modules/search/opensearch/commands/tell.ts";
import type { Change } from "#modules/search/opensearch/queries/changes.ts";
import { getBacklog, listStoredRows } from "#modules/search/opensearch/queries/changes.ts";
import type { Client } from "#modules/search/opensearch/queries/client.ts";
import { EngineError } from "#modules/search/opensearch/queries/client.ts";
import { canManageSearch } from "#modules/search/policy.ts";

const CHUNK = 200;

async function nextNumber(db: Db): Promise<number> {
  const [row] = await db.execute<{ n: string }>(
    sql`select nextval(pg_get_serial_sequence('search_change', 'seq')) as n`,
  );
  return Number(row?.n);
}

async function listNextRows(db: Db, after: number): Promise<number[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select resource_id as id from search_document where resource_id > ${after}
    order by resource_id limit ${CHUNK}`);
  return rows.map(({ id }) => Number(id));
}

/**
 * Rows as they stand, under a number between the changes that are in them and those that are not: the
 * locks of the resources are held while it is drawn, as acts do (`noteChanges`).
 */
async function readChunk(db: Db, ids: readonly number[]): Promise<Change[]> {
  return await inTransaction(db, async (tx) => {
    await tx.execute(sql`
      select id from resource where id = any(${sql.param(ids)}::bigint[]) order by id for no key update`);
    const [drawn] = await tx.execute<{ version: string }>(
      sql`select nextval(pg_get_serial_sequence('search_change', 'seq')) as version`,
    );
    const rows = await listStoredRows(tx, ids);
    return [...rows].map(([resourceId, row]) => ({
      ...{ resourceId, row, version: Number(drawn?.version) },
    }));
  });
}

async function fillIndex(db: Db, client: Client, name: string, told: (done: number) => void) {
  let done = 0;
  for (let after = 0; ; ) {
    const ids = await listNextRows(db, after);
    const last = ids.at(-1);
    if (last === undefined) return done;
    const changes = await readChunk(db, ids);
    const { isGone, refused } = await tell(client, name, changes, { isFound: false });
    if (isGone) throw new EngineError(404, `${name} was taken away while it was filled`);
    const [[id, problem] = []] = refused;
    if (id !== undefined) throw new EngineError(400, `resource ${id} was refused: ${problem}`);
    done += changes.length;
    after = last;
    told(done);
  }
}

/**
 * Makes the engine's index anew beside the one that is read, which goes on being read and kept; then
 * puts it in its place. Changes that commit meanwhile go to both. What an earlier call left unfinished
 * is taken away first. @throws FORBIDDEN, CONFLICT when no worker follows with this engine, EngineError
 */
export async function fillEngine(
  ctx: Ctx,
  client: Client,
  told: (done: number) => void,
): Promise<number> {
  if (!canManageSearch(ctx.actor)) throw new AppError("FORBIDDEN", "search.manage");
  if ((await getBacklog(ctx.db)) === null) throw new AppError("CONFLICT", "no engine follows");
  const before = await listIndices(client);
  await removeIndices(
    client,
    before.filter(({ isRead }) => !isRead).map(({ name }) => name),
  );
  const name = `${client.alias}-${await nextNumber(ctx.db)}`;
  await createIndex(client, name);
  const done = await fillIndex(ctx.db, client, name, told);
  await refreshIndex(client, name);
  const read = before.filter(({ isRead }) => isRead);
  await readFrom(
    client,
    name,
    read.map((index) => index.name),
  );
  await inTransaction(ctx.db, (tx) =>
    audit(tx, ctx, { action: "search.engine-fill", subject: ["search", name], details: { done } }),
  );
  return done;
}
