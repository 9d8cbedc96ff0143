/** Whether the external engine holds what the index rows of PostgreSQL say. */
import "server-only";
import { isDeepStrictEqual } from "node:util";
import { sql } from "drizzle-orm";
import * as z from "zod";
import type { Db } from "#db/client.ts";
import { inTransaction } from "#db/tx.ts";
import { documentOf } from "#modules/search/opensearch/domain/document.ts";
import { listStoredRows } from "#modules/search/opensearch/queries/changes.ts";
import type { Client } from "#modules/search/opensearch/queries/client.ts";
import { PATIENCE_MS } from "#modules/search/opensearch/queries/client.ts";
import type { Difference } from "#modules/search/queries/verify.ts";

const CHUNK = 200;

const found = z.object({
  timed_out: z.literal(false),
  hits: z.object({
    hits: z.array(z.object({ _id: z.string(), _source: z.record(z.string(), z.unknown()) })),
  }),
});

type Given = Map<number, Record<string, unknown>>;

async function listGiven(client: Client, query: object): Promise<Given> {
  const path = `/${client.alias}/_search?allow_partial_search_results=false`;
  const body = {
    ...{ query, size: CHUNK, track_total_hits: false, sort: [{ resourceId: "asc" }] },
    _source: true,
  };
  const answer = await client.call({ method: "POST", path, body, timeoutMs: PATIENCE_MS }, found);
  return new Map(answer.hits.hits.map(({ _id, _source }) => [Number(_id), _source]));
}

/** Rows of these, and which of them still wait to be told. */
const readRows = (db: Db, ids: readonly number[]) =>
  inTransaction(db, async (tx) => {
    await tx.execute(sql`set transaction isolation level repeatable read`);
    const waiting = await tx.execute<{ id: string }>(sql`
      select distinct resource_id as id from search_change
      where resource_id = any(${sql.param(ids)}::bigint[])`);
    return {
      rows: await listStoredRows(tx, ids),
      waiting: new Set(waiting.map(({ id }) => Number(id))),
    };
  });

function differenceOf(
  resourceId: number,
  row: Parameters<typeof documentOf>[0] | undefined,
  given: Record<string, unknown> | undefined,
): Difference | null {
  if (row && !given) return { resourceId, what: "missing" };
  if (!row && given) return { resourceId, what: "left-over" };
  const isSame = !row || isDeepStrictEqual(given, JSON.parse(JSON.stringify(documentOf(row))));
  return isSame ? null : { resourceId, what: "other" };
}

/** What differs and does not wait to be told. */
async function compare(db: Db, client: Client, ids: readonly number[]): Promise<Difference[]> {
  const terms = { terms: { resourceId: ids } };
  // The engine first: what it is told later stands in the rows already.
  const given = await listGiven(client, terms);
  const { rows, waiting } = await readRows(db, ids);
  return ids
    .filter((id) => !waiting.has(id))
    .flatMap((id) => differenceOf(id, rows.get(id), given.get(id)) ?? []);
}

async function listNext(db: Db, client: Client, after: number): Promise<number[]> {
  const here = await db.execute<{ id: string }>(sql`
    select resource_id as id from search_document where resource_id > ${after} order by 1 limit ${CHUNK}`);
  const there = await listGiven(client, { range: { resourceId: { gt: after } } });
  const all = new Set([...here.map(({ id }) => Number(id)), ...there.keys()]);
  return [...all].sort((a, b) => a - b).slice(0, CHUNK);
}

/** Compares all. What differs is looked at twice: an act may have come between the two looks. */
export async function verifyEngine(
  db: Db,
  client: Client,
): Promise<{ compared: number; differences: Difference[] }> {
  const differences: Difference[] = [];
  let compared = 0;
  for (let after = 0; ; ) {
    const ids = await listNext(db, client, after);
    const last = ids.at(-1);
    if (last === undefined) return { compared, differences };
    const first = await compare(db, client, ids);
    const again = first.map(({ resourceId }) => resourceId);
    differences.push(...(again.length > 0 ? await compare(db, client, again) : []));
    compared += ids.length;
    after = last;
  }
}
