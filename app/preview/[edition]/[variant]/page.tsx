import { notFound } from "next/navigation";
import { loadDesk } from "#modules/access/loaders.ts";
import { loadPreviewOrNull } from "#modules/pages/loaders/preview.ts";
import { familyOf } from "#themes/registry.ts";

/** What a citizen will see, shown to those who may write or review it. Never kept. */
export default async function PreviewPage({
  params,
}: {
  params: Promise<{ edition: string; variant: string }>;
}) {
  const [{ ctx }, { edition, variant }] = await Promise.all([loadDesk(), params]);
  const preview = await loadPreviewOrNull(ctx, edition, variant);
  if (!preview) notFound();
  return familyOf(preview.theme).Article(preview.view);
}
