import "server-only";
import { and, asc, count, eq, isNotNull, ne, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { connect } from "#db/client.ts";
import { withDeadline } from "#db/deadline.ts";
import {
  publicColumn,
  publicEdition,
  publicPlacement,
  publicPlacementColumn,
} from "#db/schema/_public.ts";
import { env } from "#lib/env.ts";
import { splitColumnPage } from "#lib/routing/column-page.ts";
import type { Resolution } from "#modules/resources/queries/public.ts";
import { resolvePath } from "#modules/resources/queries/public.ts";

const shared = globalThis as unknown as { zsPublicDb?: Db };

function publicDb(): Db {
  shared.zsPublicDb ??= connect({
    role: "zs_public",
    max: 8,
    name: "pages",
    statementMs: 8_000,
  }).db;
  return shared.zsPublicDb;
}

/** Runs reads of a citizen's page as role zs_public, with a deadline and behind the breaker. */
export function readPublic<Value>(read: (db: Db) => Promise<Value>): Promise<Value> {
  return withDeadline(() => read(publicDb()), 8_000);
}

/** For tests of races: makes every page's read as slow as ZS_TEST_SLOW_READ_MS says. */
export async function slowDown(db: Db): Promise<void> {
  if (env.ZS_TEST_SLOW_READ_MS > 0)
    await db.execute(sql`select pg_sleep(${env.ZS_TEST_SLOW_READ_MS / 1000})`);
}

/** What stands at an address, a list's later pages included. */
export async function resolveAddress(
  db: Db,
  siteId: number,
  path: string,
  pageSize: number,
): Promise<Resolution & { page: number }> {
  const { columnPath, page } = splitColumnPage(path);
  const found = await resolvePath(db, siteId, path, columnPath);
  if (found.kind !== "column" || page === 1) return { ...found, page };
  const [row] = await db
    .select({ id: publicPlacementColumn.placementId })
    .from(publicPlacementColumn)
    .where(sql`${publicPlacementColumn.columnId} = ${found.columnId}`)
    .limit(1)
    .offset((page - 1) * pageSize);
  // Past the end a list sends back to its beginning (CITIZEN-DESIGN C19).
  return row
    ? { ...found, page }
    : { kind: "moved", target: `/${columnPath}`, resourceId: null, page: 1 };
}

/** What a map of a site names: live articles in columns that are shown; links lead elsewhere. */
const isMapped = (siteId: number) =>
  and(
    eq(publicPlacement.siteId, siteId),
    eq(publicPlacement.state, "live"),
    ne(publicPlacement.type, "link"),
    isNotNull(publicPlacement.publishedAt),
  );

export async function countMappedArticles(db: Db, siteId: number): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(publicPlacement)
    .innerJoin(publicColumn, eq(publicColumn.id, publicPlacement.columnId))
    .where(isMapped(siteId));
  return row?.n ?? 0;
}

/** Articles for a map in the order of their making, each with the moment of its latest edition. */
export async function listMappedArticles(
  db: Db,
  { siteId, limit, offset }: { siteId: number; limit: number; offset: number },
): Promise<{ path: string; changedAt: Date | null }[]> {
  const rows = await db
    .select({
      path: publicPlacement.path,
      publishedAt: publicPlacement.publishedAt,
      releasedAt: publicEdition.releasedAt,
      number: publicEdition.number,
    })
    .from(publicPlacement)
    .innerJoin(publicColumn, eq(publicColumn.id, publicPlacement.columnId))
    .innerJoin(publicEdition, eq(publicEdition.id, publicPlacement.editionId))
    .where(isMapped(siteId))
    .orderBy(asc(publicPlacement.id))
    .limit(limit)
    .offset(offset);
  return rows.map(({ path, publishedAt, releasedAt, number }) => ({
    path,
    changedAt: number > 1 && releasedAt ? releasedAt : publishedAt,
  }));
}
