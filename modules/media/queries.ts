import "server-only";
import { eq, inArray, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { asset } from "#db/schema/media.ts";

export type AssetRow = {
  id: number;
  siteId: number | null;
  sha256: string;
  mediaType: string;
  extension: string;
  sizeBytes: number;
  width: number | null;
  height: number | null;
  name: string;
};

const columns = {
  id: asset.id,
  siteId: asset.siteId,
  sha256: sql<string>`encode(${asset.sha256}, 'hex')`,
  mediaType: asset.mediaType,
  extension: asset.extension,
  sizeBytes: asset.sizeBytes,
  width: asset.widthPixels,
  height: asset.heightPixels,
  name: asset.name,
};

export async function getAsset(db: Db | Tx, id: number): Promise<AssetRow | null> {
  const [row] = await db.select(columns).from(asset).where(eq(asset.id, id));
  return row ?? null;
}

export async function listAssets(db: Db | Tx, ids: readonly number[]): Promise<AssetRow[]> {
  return ids.length === 0
    ? []
    : await db
        .select(columns)
        .from(asset)
        .where(inArray(asset.id, [...ids]));
}

/** Files of every edition of a resource, and whether citizens may have them now. */
export async function listResourceFiles(
  db: Db,
  resourceId: number,
): Promise<{ sha256: string; extension: string; isPublic: boolean }[]> {
  const rows = await db.execute<{ sha256: string; extension: string; is_public: boolean }>(sql`
    select distinct encode(a.sha256, 'hex') as sha256, a.extension,
           exists (select 1 from public_attachment p where p.asset_id = a.id) as is_public
    from edition e join edition_asset ea on ea.edition_id = e.id join asset a on a.id = ea.asset_id
    where e.resource_id = ${resourceId}`);
  return rows.map(({ sha256, extension, is_public: isPublic }) => ({
    sha256,
    extension,
    isPublic,
  }));
}
