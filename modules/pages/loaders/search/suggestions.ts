/** What could be meant by what was typed so far. The set is read anew now and then, beside the answers. */
import "server-only";
import { logger } from "#lib/logger.ts";
import type { Setting } from "#modules/pages/loaders/frame.ts";
import { SUGGESTIONS } from "#modules/search/domain/settings.ts";
import { makeSuggester } from "#modules/search/domain/suggester.ts";
import { readSearch } from "#modules/search/queries/public.ts";
import { listFindable, listSuggestable } from "#modules/search/queries/suggestable.ts";
import type { Suggest } from "#modules/search/schema.ts";

type Kept = { suggest: Suggest | null; madeAt: number; making: Promise<void> | null };

const kept = globalThis as unknown as { zsSuggester?: Kept };

async function renew(state: Kept): Promise<void> {
  try {
    state.suggest = await makeSuggester(await readSearch(({ db }) => listSuggestable(db)));
  } catch (error) {
    // An old set suggests well enough, and none at all is a plain search box.
    logger.warn({ err: error }, "suggestions were not renewed");
  } finally {
    // A failure is not tried again with every letter.
    state.madeAt = Date.now();
    state.making = null;
  }
}

/** Words of at most `SUGGESTIONS.shown`, the site's own first. @throws {AppError} UNAVAILABLE */
export async function suggestionsFor({ site, convert }: Setting, typed: string) {
  kept.zsSuggester ??= { suggest: null, madeAt: 0, making: null };
  const state = kept.zsSuggester;
  if (!state.making && Date.now() - state.madeAt > SUGGESTIONS.renewMs) state.making = renew(state);
  // Only the first ones wait; later ones are served by the old set meanwhile.
  if (!state.suggest) await state.making;
  const found = state.suggest?.({ siteId: site.id, text: typed, limit: SUGGESTIONS.shown }) ?? [];
  const ids = found.flatMap(({ resourceId }) => resourceId ?? []);
  const findable = await readSearch(({ truth }) => listFindable(truth, ids));
  return found
    .filter(({ resourceId }) => resourceId === null || findable.has(resourceId))
    .map(({ text, kind }) => ({ text: convert(text), kind }));
}
