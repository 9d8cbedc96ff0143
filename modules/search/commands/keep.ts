import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { Field } from "#db/copy.ts";
import { copyRows } from "#db/copy.ts";
import type { Row } from "#modules/search/domain/row.ts";
import { rowOf } from "#modules/search/domain/row.ts";
import { noteChanges } from "#modules/search/opensearch/commands/changes.ts";
import { listSources } from "#modules/search/queries/source.ts";

const CHUNK = 200;
/** Words wait in a list, which searches read too, before they enter the index; of many pages together that is less work (ADR 28). */
const MANY = 20;
/** How long the list may grow before who writes empties it: after few pages, and while many come. */
const WAITING_FEW = "64kB";
const WAITING_MANY = "64MB";
/** Who writes many empties the list each time that they pass so many resources. */
const SETTLED_EACH = 1_000;

const passesMany = (ids: readonly number[]): boolean =>
  Math.floor((ids[0] ?? 0) / SETTLED_EACH) !== Math.floor(((ids.at(-1) ?? 0) + 1) / SETTLED_EACH);

const DOCUMENT_FIELDS = [
  ...[
    "resource_id",
    "class",
    "published_at",
    "origin_site_id",
    "site_ids",
    "region_code",
    "validity",
  ],
  ...["document_number", "organisation", "organisation_id", "title", "body", "length", "words"],
];
const TITLE_FIELDS = ["resource_id", "published_at", "words"];

const documentOf = (row: Row): Field[] => [
  ...[row.resourceId, row.class, row.publishedAt.toISOString(), row.originSiteId],
  ...[`{${row.siteIds.join()}}`, row.regionCode, row.validity],
  ...[row.documentNumber, row.organisation, row.organisationId],
  ...[row.title, row.body, row.length, row.words],
];

const titleOf = (row: Row): Field[] => [
  ...[row.resourceId, row.publishedAt.toISOString(), row.titleWords],
];

/**
 * Writes whole rows, of which the index has none yet. They may be made while they are written, one by one: long texts
 * of many would be much. Used by the bench as well: nothing is looked up.
 */
export async function writeRows(tx: Tx, rows: Iterable<Row>): Promise<void> {
  const titles: Field[][] = [];
  function* documents(): Generator<Field[]> {
    for (const row of rows) {
      titles.push(titleOf(row));
      yield documentOf(row);
    }
  }
  await copyRows(tx, "search_document", DOCUMENT_FIELDS, documents());
  await copyRows(tx, "search_title", TITLE_FIELDS, titles);
}

async function removeRows(tx: Tx, resourceIds: readonly number[]): Promise<void> {
  const ids = sql.param(resourceIds);
  await tx.execute(sql`
    with titles as (delete from search_title where resource_id = any(${ids}::bigint[]))
    delete from search_document where resource_id = any(${ids}::bigint[])`);
}

/**
 * Who is just bringing the words of one of these files waits until we have committed, and then sees us;
 * or we wait, and see them. Without it both could miss the other.
 */
async function holdFileTexts(tx: Tx, resourceIds: readonly number[]): Promise<void> {
  await tx.execute(sql`
    select sha256 from asset_text where state <> 'done' and sha256 in (
      select a.sha256 from resource r
      join edition_asset ea on ea.edition_id = r.released_edition_id join asset a on a.id = ea.asset_id
      where r.id = any(${sql.param(resourceIds)}::bigint[]))
    order by sha256 for share`);
}

/**
 * Brings the index to what the caller's transaction makes of these resources: found at its commit,
 * gone at its commit. Their rows and their sites' are locked, so that two acts that cross agree.
 * @param texts what readers see of those whose text the caller has at hand; the others' is read
 */
export async function keepIndexed(
  tx: Tx,
  resourceIds: readonly number[],
  texts: ReadonlyMap<number, string> = new Map(),
): Promise<void> {
  const ids = [...new Set(resourceIds)].sort((a, b) => a - b);
  const isMany = ids.length >= MANY;
  const waiting = isMany ? WAITING_MANY : WAITING_FEW;
  await tx.execute(sql`select set_config('gin_pending_list_limit', ${waiting}, true)`);
  for (let from = 0; from < ids.length; from += CHUNK) {
    const some = ids.slice(from, from + CHUNK);
    await tx.execute(sql`
      select id from resource where id = any(${sql.param(some)}::bigint[]) order by id for no key update`);
    await tx.execute(sql`
      select id from site where id in (select site_id from placement where resource_id = any(${sql.param(some)}::bigint[]))
      order by id for share`);
    await holdFileTexts(tx, some);
    const sources = await listSources(tx, some, texts);
    await removeRows(tx, some);
    if (sources.length > 0) await writeRows(tx, sources.values().map(rowOf));
    await noteChanges(tx, some);
  }
  if (isMany && passesMany(ids)) await tx.execute(sql`select search_settle()`);
}

/** All resources that have or had a place on a site: its state changed. */
export async function keepSiteIndexed(tx: Tx, siteId: number): Promise<void> {
  const rows = await tx.execute<{ id: string }>(sql`
    select distinct resource_id as id from placement where site_id = ${siteId} and state = 'live' order by 1`);
  await keepIndexed(
    tx,
    rows.map(({ id }) => Number(id)),
  );
}

/** All resources that show this file now: its words came. */
export async function keepFileIndexed(tx: Tx, assetId: number): Promise<void> {
  const rows = await tx.execute<{ id: string }>(sql`
    select distinct r.id from edition_asset ea join resource r on r.released_edition_id = ea.edition_id
    join placement p on p.resource_id = r.id and p.state = 'live'
    where ea.asset_id = ${assetId} order by 1`);
  await keepIndexed(
    tx,
    rows.map(({ id }) => Number(id)),
  );
}
