import "server-only";
import { and, eq, inArray, isNull, notInArray } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { editionAsset, placement, resourceTag, source, tag } from "#db/schema/resources.ts";
import { AppError } from "#lib/errors.ts";
import type { Ctx } from "#modules/access/context.ts";
import { canUseFiles } from "#modules/media/policy.ts";
import { listAssets } from "#modules/media/queries.ts";
import type { BodyFile } from "#modules/resources/drafts/domain.ts";
import { bodyFiles } from "#modules/resources/drafts/domain.ts";
import type { DraftInput } from "#modules/resources/drafts/schema.ts";

/** What hangs on a draft: its source, its files, its places and its tags. */

export async function upsertSource(tx: Tx, name: string): Promise<number | null> {
  if (name === "") return null;
  await tx.insert(source).values({ name }).onConflictDoNothing();
  const [row] = await tx.select({ id: source.id }).from(source).where(eq(source.name, name));
  return row?.id ?? null;
}

export type File = {
  assetId: number;
  sha256: string;
  role: BodyFile["role"] | "attachment";
  position: number;
  title: string;
};

/** The files a draft uses, each checked: an id in the editor's JSON proves nothing. @throws FORBIDDEN */
export async function usedFiles(tx: Tx, ctx: Ctx, input: DraftInput): Promise<File[]> {
  const shown = bodyFiles(input.body);
  const wanted = [...new Set([...shown, ...input.attachments].map(({ assetId }) => assetId))];
  const assets = new Map((await listAssets(tx, wanted)).map((row) => [row.id, row]));
  for (const id of wanted) {
    const found = assets.get(id);
    if (!found || !canUseFiles(ctx.actor, found.siteId ?? 0))
      throw new AppError("FORBIDDEN", `asset ${id}`);
  }
  const file = (assetId: number, role: File["role"], position: number, title: string): File => ({
    assetId,
    role,
    position,
    title,
    sha256: assets.get(assetId)?.sha256 ?? "",
  });
  return [
    ...shown.map(({ assetId, role }, at) =>
      file(assetId, role, at, assets.get(assetId)?.name ?? ""),
    ),
    ...input.attachments.map(({ assetId, title }, at) => file(assetId, "attachment", at, title)),
  ];
}

export async function saveFiles(tx: Tx, editionId: number, files: readonly File[]): Promise<void> {
  await tx.delete(editionAsset).where(eq(editionAsset.editionId, editionId));
  if (files.length === 0) return;
  const rows = files.map(({ sha256: _, ...file }) => ({ editionId, ...file }));
  await tx.insert(editionAsset).values(rows).onConflictDoNothing();
}

/** Waiting places follow the columns that were chosen; live ones are the publisher's business. */
export async function savePlaces(
  tx: Tx,
  resourceId: number,
  columns: readonly { id: number; siteId: number }[],
  { title, publishedAt }: Pick<DraftInput, "title" | "publishedAt">,
): Promise<void> {
  const chosen = columns.map(({ id }) => id);
  await tx
    .delete(placement)
    .where(
      and(
        eq(placement.resourceId, resourceId),
        eq(placement.state, "accepted"),
        notInArray(placement.columnId, chosen),
      ),
    );
  await tx
    .insert(placement)
    .values(
      columns.map(({ id, siteId }) => ({
        resourceId,
        siteId,
        columnId: id,
        mode: "original" as const,
        state: "accepted" as const,
        title,
      })),
    )
    .onConflictDoNothing();
  // What was once released keeps the moment it came out.
  await tx
    .update(placement)
    .set({ publishedAt })
    .where(
      and(
        eq(placement.resourceId, resourceId),
        eq(placement.state, "accepted"),
        isNull(placement.path),
      ),
    );
}

export async function saveTags(
  tx: Tx,
  resourceId: number,
  names: readonly string[],
): Promise<void> {
  await tx.delete(resourceTag).where(eq(resourceTag.resourceId, resourceId));
  if (names.length === 0) return;
  await tx
    .insert(tag)
    .values(names.map((name) => ({ name })))
    .onConflictDoNothing();
  const rows = await tx
    .select({ id: tag.id })
    .from(tag)
    .where(inArray(tag.name, [...names]));
  await tx.insert(resourceTag).values(rows.map(({ id }) => ({ resourceId, tagId: id })));
}
