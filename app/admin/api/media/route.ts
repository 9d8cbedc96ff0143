import { staffUpload } from "#modules/access/action.ts";
import { storeUpload } from "#modules/media/commands.ts";

/** Takes one file in for the site the desk shows: `multipart/form-data` with `file` and `site`. */
export const POST = staffUpload(async ({ ctx, form }) => {
  const file = form.get("file");
  const siteId = Number(form.get("site"));
  if (!(file instanceof File) || !Number.isSafeInteger(siteId))
    return { ok: false, problems: ["file-empty"] };
  const stored = await storeUpload(ctx, {
    siteId,
    name: file.name,
    bytes: Buffer.from(await file.arrayBuffer()),
  });
  if (!stored.ok) return stored;
  const { id: assetId, width, height, name, sizeBytes, extension } = stored.value;
  return {
    ok: true,
    value: {
      assetId,
      src: `/admin/api/media/${assetId}`,
      width,
      height,
      name,
      sizeBytes,
      extension,
    },
  };
});
