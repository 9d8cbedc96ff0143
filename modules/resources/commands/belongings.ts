/** What an imported record brings along besides its words: files, old addresses, what it stands in place of. */
import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { editionAsset } from "#db/schema/resources.ts";
import type { Composed } from "#modules/resources/commands/compose.ts";

export async function attachFiles(
  tx: Tx,
  editions: readonly { editionId: number; composed: Composed }[],
): Promise<void> {
  const rows = editions.flatMap(({ editionId, composed }) =>
    composed.files.map(({ assetId, role, position, title }) => ({
      editionId,
      assetId,
      role,
      position,
      title,
    })),
  );
  if (rows.length > 0) await tx.insert(editionAsset).values(rows).onConflictDoNothing();
}

/** The first record that had an address keeps it. */
export async function keepOldAddresses(
  tx: Tx,
  siteId: number,
  addresses: readonly { path: string; placementId: number }[],
): Promise<void> {
  if (addresses.length === 0) return;
  await tx.execute(sql`
    insert into redirect (site_id, path, placement_id)
    select ${siteId}::bigint, path, placement_id from unnest(
      ${sql.param(addresses.map(({ path }) => path))}::text[],
      ${sql.param(addresses.map(({ placementId }) => placementId))}::bigint[]) as given(path, placement_id)
    on conflict do nothing`);
}

/** Points a document that is no longer in force to the one in its place, when the base knows that one. */
export async function linkReplacements(
  tx: Tx,
  documents: readonly { resourceId: number; replacedBy: string | null }[],
): Promise<void> {
  const said = documents.filter(({ replacedBy }) => replacedBy !== null);
  if (said.length === 0) return;
  await tx.execute(sql`
    update resource set replaced_by_id = other.id
    from unnest(
      ${sql.param(said.map(({ resourceId }) => resourceId))}::bigint[],
      ${sql.param(said.map(({ replacedBy }) => replacedBy))}::text[]) as given(resource_id, replaced_by)
    join resource other on other.external_id = given.replaced_by
    where resource.id = given.resource_id and other.id <> resource.id`);
}
