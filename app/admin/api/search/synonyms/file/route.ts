import { staffFile } from "#modules/access/action.ts";
import { loadSynonymFile } from "#modules/search/curation/loaders.ts";

/** All of them in one file, in the format in which they are taken in. */
export const GET = staffFile(({ ctx }) => loadSynonymFile(ctx));
