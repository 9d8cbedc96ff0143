import "server-only";
import { and, asc, eq, inArray, max, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { publicColumn } from "#db/schema/_public.ts";
import { siteColumn } from "#db/schema/columns.ts";

export type ColumnRow = {
  id: number;
  parentId: number | null;
  path: string;
  name: string;
  description: string;
  keywords: string;
  columnType: string;
};

/** The visible columns of a site in the order of its navigation; a few hundred at most. */
export async function listPublicColumns(db: Db, siteId: number): Promise<ColumnRow[]> {
  return await db
    .select({
      id: publicColumn.id,
      parentId: publicColumn.parentId,
      path: publicColumn.path,
      name: publicColumn.name,
      description: publicColumn.description,
      keywords: publicColumn.keywords,
      columnType: publicColumn.columnType,
    })
    .from(publicColumn)
    .where(eq(publicColumn.siteId, siteId))
    .orderBy(asc(publicColumn.position), asc(publicColumn.id));
}

/** Paths of all columns of a site, hidden ones too. */
export async function listColumnPaths(db: Db | Tx, siteId: number): Promise<string[]> {
  const rows = await db
    .select({ path: siteColumn.path })
    .from(siteColumn)
    .where(eq(siteColumn.siteId, siteId))
    .orderBy(asc(siteColumn.path));
  return rows.map(({ path }) => path);
}

export async function getColumnByPath(
  db: Db | Tx,
  siteId: number,
  path: string,
): Promise<{ id: number; path: string } | null> {
  const [row] = await db
    .select({ id: siteColumn.id, path: siteColumn.path })
    .from(siteColumn)
    .where(and(eq(siteColumn.siteId, siteId), eq(siteColumn.path, path)));
  return row ?? null;
}

/** Ids of a column and its ancestors, nearest first, for each of the given columns. */
export async function listLineages(
  db: Db | Tx,
  columnIds: readonly number[],
): Promise<Map<number, number[]>> {
  if (columnIds.length === 0) return new Map();
  const rows = await db.execute<{ start: string; id: string }>(sql`
    with recursive line as (
      select id as start, id, parent_id, 0 as depth from site_column where id = any(${sql.param([...columnIds])}::bigint[])
      union all
      select line.start, parent.id, parent.parent_id, depth + 1 from line join site_column parent on parent.id = line.parent_id
      where depth < 10)
    select start, id from line order by start, depth`);
  const lineages = new Map<number, number[]>();
  for (const { start, id } of rows) {
    const known = lineages.get(Number(start)) ?? [];
    known.push(Number(id));
    lineages.set(Number(start), known);
  }
  return lineages;
}

/** Path of each of these columns. */
export async function listColumnPathsById(
  db: Db | Tx,
  ids: readonly number[],
): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: siteColumn.id, path: siteColumn.path })
    .from(siteColumn)
    .where(inArray(siteColumn.id, [...ids]));
  return new Map(rows.map(({ id, path }) => [id, path]));
}

/** Columns by id, with their site; unknown ids are left out. */
export async function listColumnsById(
  db: Db | Tx,
  ids: readonly number[],
): Promise<{ id: number; siteId: number; path: string; name: string }[]> {
  if (ids.length === 0) return [];
  return await db
    .select({
      id: siteColumn.id,
      siteId: siteColumn.siteId,
      path: siteColumn.path,
      name: siteColumn.name,
    })
    .from(siteColumn)
    .where(inArray(siteColumn.id, [...ids]));
}

/** How many people must agree to something in all of these columns. */
export async function maxReviewSteps(db: Db | Tx, ids: readonly number[]): Promise<number> {
  const [row] = await db
    .select({ steps: max(siteColumn.reviewSteps) })
    .from(siteColumn)
    .where(inArray(siteColumn.id, [...ids]));
  return row?.steps ?? 1;
}

export type DeskColumn = { id: number; parentId: number | null; path: string; name: string };

/** All columns of a site, hidden ones too, in the order of its navigation. */
export async function listDeskColumns(db: Db, siteId: number): Promise<DeskColumn[]> {
  return await db
    .select({
      id: siteColumn.id,
      parentId: siteColumn.parentId,
      path: siteColumn.path,
      name: siteColumn.name,
    })
    .from(siteColumn)
    .where(eq(siteColumn.siteId, siteId))
    .orderBy(asc(siteColumn.position), asc(siteColumn.id));
}
