import { staffEndpoint } from "#modules/access/action.ts";
import { createDraft } from "#modules/resources/drafts/commands/save.ts";
import { newDraftInput } from "#modules/resources/drafts/schema.ts";

/** Starts a new piece in a column. */
export const POST = staffEndpoint(newDraftInput, async ({ ctx, input }) => ({
  ok: true,
  value: await createDraft(ctx, input),
}));
