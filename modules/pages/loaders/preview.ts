import "server-only";
import { AppError } from "#lib/errors.ts";
import { parseVariantSegment } from "#lib/routing/variant.ts";
import type { DeskCtx } from "#modules/access/context.ts";
import { articleView } from "#modules/pages/loaders/article.ts";
import { loadSetting } from "#modules/pages/loaders/frame.ts";
import { articlePath } from "#modules/resources/domain.ts";
import { getEditionDetail } from "#modules/resources/drafts/queries/edition.ts";
import { canEdit, canReview } from "#modules/resources/policy.ts";
import type { ArticleView } from "#themes/contract.ts";

export type Preview = { theme: string; view: ArticleView };

/**
 * The real page of an edition that may not be public yet, for those who may write or review it.
 * @throws NOT_FOUND, FORBIDDEN
 */
export async function loadPreview(
  ctx: DeskCtx,
  editionId: number,
  variantSegment: string,
): Promise<Preview> {
  const variant = parseVariantSegment(variantSegment);
  const detail = await getEditionDetail(ctx.db, editionId);
  const [place] = detail?.places ?? [];
  if (!variant || !detail || !place) throw new AppError("NOT_FOUND", `edition ${editionId}`);
  if (!canEdit(ctx.actor, detail.places) && !canReview(ctx.actor, detail.places))
    throw new AppError("FORBIDDEN", "preview");
  const setting = await loadSetting(ctx.db, { siteId: place.siteId, locale: "zh-CN", variant });
  const column = setting.columns.find(({ id }) => id === place.columnId);
  const view = articleView(
    setting,
    {
      placementId: 0,
      type: detail.type,
      validity: "current",
      validityOn: null,
      replacement: null,
      archivedAt: null,
      resourceId: detail.resourceId,
      columnId: place.columnId,
      path: place.path ?? articlePath(column?.path ?? "", detail.savedAt, detail.resourceId),
      title: detail.title,
      subtitle: detail.subtitle,
      summary: detail.summary,
      author: detail.author,
      source: detail.source,
      body: detail.body,
      metadata: detail.metadata,
      number: detail.number,
      publishedAt: detail.savedAt,
      releasedAt: null,
      files: detail.files.map((file) => ({ ...file, sha256: Buffer.from(file.sha256, "hex") })),
      tags: detail.tags,
    },
    { previous: null, next: null },
    ({ assetId }) => `/admin/api/media/${assetId}`,
  );
  return { theme: setting.site.theme, view };
}

/** The same, or null for whoever may not see it: absent and forbidden look alike. */
export async function loadPreviewOrNull(
  ctx: DeskCtx,
  edition: string,
  variant: string,
): Promise<Preview | null> {
  if (!/^[1-9]\d{0,14}$/.test(edition)) return null;
  try {
    return await loadPreview(ctx, Number(edition), variant);
  } catch (error) {
    if (error instanceof AppError && (error.code === "NOT_FOUND" || error.code === "FORBIDDEN"))
      return null;
    throw error;
  }
}
