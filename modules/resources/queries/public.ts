import "server-only";
import { and, asc, count, desc, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { AssetRole, ResourceType, Validity } from "#db/enums/resources.ts";
import {
  publicAttachment,
  publicEdition,
  publicPlacement,
  publicPlacementColumn,
  publicTag,
} from "#db/schema/_public.ts";

export type PublicItem = {
  placementId: number;
  title: string;
  path: string;
  publishedAt: Date;
  summary: string | null;
  isPinned: boolean;
  /** Of official documents only. */
  validity: Validity | null;
};

/** One page of a column's list: pinned first, then newest. `limit` is rows, 1–100. */
export async function listColumnItems(
  db: Db,
  { columnId, limit, offset }: { columnId: number; limit: number; offset: number },
): Promise<PublicItem[]> {
  // The narrow index finds the page; only its rows are then looked up.
  const page = db
    .select({
      placementId: publicPlacementColumn.placementId,
      publishedAt: publicPlacementColumn.publishedAt,
      isPinned: publicPlacementColumn.isPinned,
    })
    .from(publicPlacementColumn)
    .where(eq(publicPlacementColumn.columnId, columnId))
    .orderBy(
      desc(publicPlacementColumn.isPinned),
      desc(publicPlacementColumn.publishedAt),
      desc(publicPlacementColumn.placementId),
    )
    .limit(limit)
    .offset(offset)
    .as("page");
  const rows = await db
    .select({
      placementId: page.placementId,
      publishedAt: page.publishedAt,
      isPinned: page.isPinned,
      title: publicPlacement.title,
      path: publicPlacement.path,
      summary: publicPlacement.summary,
      type: publicPlacement.type,
      validity: publicPlacement.validity,
    })
    .from(page)
    .innerJoin(publicPlacement, eq(publicPlacement.id, page.placementId))
    .orderBy(desc(page.isPinned), desc(page.publishedAt), desc(page.placementId));
  return rows.map(({ type, validity, ...row }) => ({
    ...row,
    title: row.title ?? "",
    validity: type === "policy" ? validity : null,
  }));
}

export async function countColumnItems(db: Db, columnId: number): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(publicPlacementColumn)
    .where(eq(publicPlacementColumn.columnId, columnId));
  return row?.n ?? 0;
}

export type PublicFile = {
  assetId: number;
  role: AssetRole;
  title: string;
  sha256: Buffer;
  extension: string;
  sizeBytes: number;
  width: number | null;
  height: number | null;
};

export type PublicArticle = {
  placementId: number;
  type: ResourceType;
  resourceId: number;
  columnId: number;
  path: string;
  title: string;
  subtitle: string | null;
  summary: string | null;
  author: string | null;
  source: string | null;
  body: unknown;
  metadata: unknown;
  number: number;
  publishedAt: Date;
  releasedAt: Date | null;
  /** Whether it is in force, since when not, and what stands in its place on this site. */
  validity: Validity;
  validityOn: string | null;
  replacement: { title: string; path: string } | null;
  /** Since when it is kept for reading only; null: it is kept up. */
  archivedAt: Date | null;
  /** Attachments and pictures, in order. */
  files: PublicFile[];
  tags: string[];
};

async function getReplacement(db: Db, siteId: number, resourceId: number) {
  const [row] = await db
    .select({ title: publicPlacement.title, path: publicPlacement.path })
    .from(publicPlacement)
    .where(
      and(
        eq(publicPlacement.resourceId, resourceId),
        eq(publicPlacement.siteId, siteId),
        eq(publicPlacement.state, "live"),
      ),
    )
    .orderBy(asc(publicPlacement.id))
    .limit(1);
  return row ? { title: row.title ?? "", path: row.path } : null;
}

/** A live article by its placement, with attachments and tags. Null when it is not live. */
export async function getPublicArticle(db: Db, placementId: number): Promise<PublicArticle | null> {
  const [row] = await db
    .select({
      placementId: publicPlacement.id,
      type: publicPlacement.type,
      siteId: publicPlacement.siteId,
      validity: publicPlacement.validity,
      validityOn: publicPlacement.validityOn,
      replacedById: publicPlacement.replacedById,
      archivedAt: publicPlacement.archivedAt,
      resourceId: publicPlacement.resourceId,
      columnId: publicPlacement.columnId,
      path: publicPlacement.path,
      editionId: publicEdition.id,
      title: publicEdition.title,
      subtitle: publicEdition.subtitle,
      summary: publicEdition.summary,
      author: publicEdition.author,
      source: publicEdition.sourceName,
      body: publicEdition.body,
      metadata: publicEdition.metadata,
      number: publicEdition.number,
      publishedAt: publicPlacement.publishedAt,
      releasedAt: publicEdition.releasedAt,
    })
    .from(publicPlacement)
    .innerJoin(publicEdition, eq(publicEdition.id, publicPlacement.editionId))
    .where(and(eq(publicPlacement.id, placementId), eq(publicPlacement.state, "live")));
  if (!row?.publishedAt) return null;
  const [replacement, files, tagRows] = await Promise.all([
    row.replacedById === null ? null : getReplacement(db, row.siteId, row.replacedById),
    db
      .select({
        assetId: publicAttachment.assetId,
        role: publicAttachment.role,
        title: publicAttachment.title,
        sha256: publicAttachment.sha256,
        extension: publicAttachment.extension,
        sizeBytes: publicAttachment.sizeBytes,
        width: publicAttachment.widthPixels,
        height: publicAttachment.heightPixels,
      })
      .from(publicAttachment)
      .where(eq(publicAttachment.editionId, row.editionId))
      .orderBy(asc(publicAttachment.position), asc(publicAttachment.assetId))
      .limit(200),
    db
      .select({ name: publicTag.name })
      .from(publicTag)
      .where(eq(publicTag.resourceId, row.resourceId))
      .orderBy(asc(publicTag.name))
      .limit(20),
  ]);
  const { editionId: _, siteId: __, replacedById: ___, ...article } = row;
  return {
    ...article,
    validity: row.validity ?? "current",
    replacement,
    publishedAt: row.publishedAt,
    files,
    tags: tagRows.map(({ name }) => name),
  };
}

export type Neighbour = { title: string; path: string };

/** The articles published just before and just after this one in its own column. */
export async function getNeighbours(
  db: Db,
  {
    columnId,
    publishedAt,
    placementId,
  }: { columnId: number; publishedAt: Date; placementId: number },
): Promise<{ previous: Neighbour | null; next: Neighbour | null }> {
  const here = sql`(${publishedAt.toISOString()}::timestamptz, ${placementId}::bigint)`;
  const key = sql`(${publicPlacementColumn.publishedAt}, ${publicPlacementColumn.placementId})`;
  const beside = (isBefore: boolean) =>
    db
      .select({ title: publicPlacement.title, path: publicPlacement.path })
      .from(publicPlacementColumn)
      .innerJoin(publicPlacement, eq(publicPlacement.id, publicPlacementColumn.placementId))
      .where(
        and(
          eq(publicPlacementColumn.columnId, columnId),
          isBefore ? sql`${key} < ${here}` : sql`${key} > ${here}`,
        ),
      )
      .orderBy(
        ...(isBefore
          ? [desc(publicPlacementColumn.publishedAt), desc(publicPlacementColumn.placementId)]
          : [asc(publicPlacementColumn.publishedAt), asc(publicPlacementColumn.placementId)]),
      )
      .limit(1);
  const [before, after] = await Promise.all([beside(true), beside(false)]);
  const plain = (rows: { title: string | null; path: string }[]): Neighbour | null =>
    rows[0] ? { title: rows[0].title ?? "", path: rows[0].path } : null;
  return { previous: plain(before), next: plain(after) };
}

/** What stands at an address of a site. */
export type Resolution =
  | { kind: "article"; placementId: number }
  | { kind: "column"; columnId: number }
  | { kind: "moved"; target: string; resourceId: number | null }
  | { kind: "gone"; resourceId: number }
  | { kind: "unknown" };

type Row = {
  kind: "placement" | "column" | "redirect";
  id: string;
  resource_id: string | null;
  state: string;
  type: ResourceType | null;
  target: string | null;
};

function resolvePlacement(row: Row): Resolution {
  const resourceId = Number(row.resource_id);
  if (row.state === "live" && row.type === "link") {
    return row.target ? { kind: "moved", target: row.target, resourceId } : { kind: "unknown" };
  }
  if (row.state === "live") return { kind: "article", placementId: Number(row.id) };
  if (row.state === "moved" && row.target) return { kind: "moved", target: row.target, resourceId };
  return { kind: "gone", resourceId };
}

/** Looks an address up in one indexed query: published items, columns, old addresses, in this order. */
export async function resolvePath(
  db: Db,
  siteId: number,
  path: string,
  columnPath: string,
): Promise<Resolution> {
  const [row] = (await db.execute(sql`
    select 'placement' as kind, p.id, p.resource_id, p.state, p.type,
           case when p.type = 'link' then (select e.metadata->>'href' from public_edition e where e.id = p.edition_id) else p.moved_to end as target
    from public_placement p where p.site_id = ${siteId} and p.path = ${path}
    union all
    select 'column', c.id, null, 'live', null, null from public_column c where c.site_id = ${siteId} and c.path = ${columnPath}
    union all
    select 'redirect', r.placement_id, p.resource_id, coalesce(p.state, 'live'), null, coalesce(p.path, r.target)
    from public_redirect r left join public_placement p on p.id = r.placement_id
    where r.site_id = ${siteId} and r.path = ${path}
    limit 1`)) as unknown as Row[];
  if (!row) return { kind: "unknown" };
  switch (row.kind) {
    case "placement":
      return resolvePlacement(row);
    case "column":
      return { kind: "column", columnId: Number(row.id) };
    case "redirect": {
      const resourceId = row.resource_id === null ? null : Number(row.resource_id);
      if (row.state === "live" && row.target)
        return { kind: "moved", target: row.target, resourceId };
      return resourceId === null ? { kind: "unknown" } : { kind: "gone", resourceId };
    }
  }
}
