import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import type { TextState } from "#db/enums/media.ts";
import type { AssetRole, EditionState, PlacementState, ResourceType } from "#db/enums/resources.ts";
import { siteColumn } from "#db/schema/columns.ts";
import { asset, assetText } from "#db/schema/media.ts";
import {
  edition,
  editionAsset,
  placement,
  resource,
  resourceTag,
  source,
  tag,
} from "#db/schema/resources.ts";
import { AppError } from "#lib/errors.ts";
import { parseDocument } from "#lib/richtext/schema.ts";
import { plainText } from "#lib/richtext/text.ts";
import type { DraftFacts } from "#modules/resources/domain.ts";
import { typeSpec } from "#modules/resources/types/schema.ts";

/** What submitting asks about a draft. */
export async function getDraftFacts(db: Db | Tx, editionId: number): Promise<DraftFacts> {
  const [row] = await db
    .select({ title: edition.title, body: edition.body, source: source.name, type: resource.type })
    .from(edition)
    .innerJoin(resource, eq(resource.id, edition.resourceId))
    .leftJoin(source, eq(source.id, edition.sourceId))
    .where(eq(edition.id, editionId));
  const parsed = row ? parseDocument(row.body) : null;
  const hasText = parsed?.ok === true && plainText(parsed.document).trim() !== "";
  const needsBody = row ? typeSpec(row.type).needsBody : true;
  return {
    title: row?.title ?? "",
    hasText: hasText || !needsBody,
    hasSource: Boolean(row?.source?.trim()),
  };
}

export type EditionDetail = {
  editionId: number;
  resourceId: number;
  number: number;
  type: ResourceType;
  state: EditionState;
  revision: number;
  round: number;
  step: number;
  title: string;
  subtitle: string | null;
  summary: string | null;
  author: string | null;
  source: string | null;
  body: unknown;
  metadata: unknown;
  savedAt: Date;
  savedBy: string | null;
  createdBy: string;
  isReleased: boolean;
  /** Kept for reading only: nothing of it is changed. */
  isArchived: boolean;
  places: {
    siteId: number;
    columnId: number;
    columnName: string;
    state: PlacementState;
    path: string | null;
    publishedAt: Date | null;
  }[];
  files: {
    assetId: number;
    title: string;
    role: AssetRole;
    sha256: string;
    extension: string;
    sizeBytes: number;
    width: number | null;
    height: number | null;
    /** What the search knows of its words; null when they are not asked for (yet). */
    textState: TextState | null;
  }[];
  tags: string[];
};

/** Everything the editor and the reviewer see of an edition. */
export async function getEditionDetail(
  db: Db | Tx,
  editionId: number,
): Promise<EditionDetail | null> {
  const [row] = await db
    .select({
      editionId: edition.id,
      resourceId: edition.resourceId,
      number: edition.number,
      type: resource.type,
      state: edition.state,
      revision: edition.revision,
      round: edition.reviewRound,
      step: edition.reviewStep,
      title: edition.title,
      subtitle: edition.subtitle,
      summary: edition.summary,
      author: edition.author,
      source: source.name,
      body: edition.body,
      metadata: edition.metadata,
      savedAt: edition.savedAt,
      savedBy: edition.savedBy,
      createdBy: edition.createdBy,
      releasedEditionId: resource.releasedEditionId,
      resourceState: resource.state,
    })
    .from(edition)
    .innerJoin(resource, eq(resource.id, edition.resourceId))
    .leftJoin(source, eq(source.id, edition.sourceId))
    .where(and(eq(edition.id, editionId), inArray(resource.state, ["active", "archived"])));
  if (!row) return null;
  const { releasedEditionId, resourceState, ...detail } = row;
  const places = await db
    .select({
      siteId: placement.siteId,
      columnId: placement.columnId,
      columnName: siteColumn.name,
      state: placement.state,
      path: placement.path,
      publishedAt: placement.publishedAt,
    })
    .from(placement)
    .innerJoin(siteColumn, eq(siteColumn.id, placement.columnId))
    .where(eq(placement.resourceId, row.resourceId))
    .orderBy(asc(placement.id));
  const files = await db
    .select({
      assetId: asset.id,
      title: editionAsset.title,
      role: editionAsset.role,
      sha256: asset.sha256,
      extension: asset.extension,
      sizeBytes: asset.sizeBytes,
      width: asset.widthPixels,
      height: asset.heightPixels,
      textState: assetText.state,
    })
    .from(editionAsset)
    .innerJoin(asset, eq(asset.id, editionAsset.assetId))
    .leftJoin(assetText, eq(assetText.sha256, asset.sha256))
    .where(eq(editionAsset.editionId, editionId))
    .orderBy(asc(editionAsset.position));
  const tags = await db
    .select({ name: tag.name })
    .from(resourceTag)
    .innerJoin(tag, eq(tag.id, resourceTag.tagId))
    .where(eq(resourceTag.resourceId, row.resourceId))
    .orderBy(asc(tag.name));
  return {
    ...detail,
    isReleased: releasedEditionId === editionId,
    isArchived: resourceState === "archived",
    places,
    files: files.map(({ sha256, ...file }) => ({
      ...file,
      sha256: sha256.toString("hex"),
    })),
    tags: tags.map(({ name }) => name),
  };
}

/** The resource an edition belongs to. @throws NOT_FOUND */
export async function requireResourceOf(db: Db | Tx, editionId: number): Promise<number> {
  const [row] = await db
    .select({ resourceId: edition.resourceId })
    .from(edition)
    .where(eq(edition.id, editionId));
  if (!row) throw new AppError("NOT_FOUND", `edition ${editionId}`);
  return row.resourceId;
}
