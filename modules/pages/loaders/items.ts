import "server-only";
import { convertDeep } from "#lib/i18n/convert.ts";
import { validityView } from "#modules/pages/loaders/document-index.ts";
import type { Setting } from "#modules/pages/loaders/frame.ts";
import { linkTo } from "#modules/pages/loaders/frame.ts";
import type { PublicItem } from "#modules/resources/queries/public.ts";
import type { ItemView } from "#themes/contract.ts";

export function itemViews(setting: Setting, items: readonly PublicItem[]): ItemView[] {
  return convertDeep([...items], setting.convert).map(
    ({ title, path, publishedAt, summary, isPinned, validity }) => ({
      title,
      href: linkTo(setting, title, path).href,
      publishedAt: publishedAt.toISOString(),
      summary,
      isPinned,
      // In a list only what is no longer as it was is marked.
      validity: validity && validity !== "current" ? validityView(setting, validity) : null,
    }),
  );
}
