import { staffEndpoint } from "#modules/access/action.ts";
import { saveClassTabs } from "#modules/search/curation/commands/class-tabs.ts";
import { classTabsInput } from "#modules/search/curation/schema.ts";

/** The kinds of results that a site shows. */
export const POST = staffEndpoint(classTabsInput, async ({ ctx, input }) => {
  await saveClassTabs(ctx, input);
  return { ok: true };
});
