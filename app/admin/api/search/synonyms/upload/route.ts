import { staffUpload } from "#modules/access/action.ts";
import { takeSynonymFile } from "#modules/search/curation/commands/files.ts";

/** Takes a file of words in: `multipart/form-data` with `file`. */
export const POST = staffUpload(async ({ ctx, form }) => {
  const file = form.get("file");
  if (!(file instanceof File)) return { ok: false, problems: ["words-none"] };
  return await takeSynonymFile(ctx, new Uint8Array(await file.arrayBuffer()));
});
