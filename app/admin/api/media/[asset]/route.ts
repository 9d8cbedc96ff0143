import { readFile } from "node:fs/promises";
import { idOf, staffFile } from "#modules/access/action.ts";
import { filePath } from "#modules/media/commands.ts";
import { canUseFiles } from "#modules/media/policy.ts";
import { getAsset } from "#modules/media/queries.ts";

/** A file of the media library, published or not, for those who may use it. */
export const GET = staffFile(async ({ ctx }, { asset }: { asset: string }) => {
  const found = await getAsset(ctx.db, idOf(asset));
  if (!found || !canUseFiles(ctx.actor, found.siteId ?? 0)) return null;
  return {
    bytes: await readFile(/* turbopackIgnore: true */ filePath(found)),
    mediaType: found.mediaType,
  };
});
