import { staffEndpoint } from "#modules/access/action.ts";
import { saveSynonym } from "#modules/search/curation/commands/synonyms.ts";
import { synonymInput } from "#modules/search/curation/schema.ts";

/** Adds one word with its official names, or changes one. */
export const POST = staffEndpoint(synonymInput, ({ ctx, input }) => saveSynonym(ctx, input));
