import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { inTransaction } from "#db/tx.ts";
import { readAsked } from "#modules/search/domain/asked.ts";
import type { SearchIndex } from "#modules/search/schema.ts";
import { renewClickRates } from "#modules/searchlog/commands/clicks.ts";
import { hotCandidates, mayBeShown } from "#modules/searchlog/domain/popular.ts";
import { wordsOf } from "#modules/searchlog/domain/related.ts";
import { POPULAR } from "#modules/searchlog/domain/settings.ts";
import {
  listAsked,
  listBlocked,
  listChoices,
  listNeighbours,
  listSitesToRenew,
} from "#modules/searchlog/queries/popular.ts";

type Search = SearchIndex["search"];

/** Whether these words find something now, as they are: not by a correction, nor with words let go. */
async function findsNow(search: Search, siteId: number, text: string): Promise<boolean> {
  const { asked } = readAsked(new URLSearchParams({ q: text }));
  const { hits, understood } = await search({ ...asked, siteId }, { hasCounts: false });
  return hits.length > 0 && understood.corrected === null && understood.relaxed.length === 0;
}

async function chooseHot(
  search: Search,
  siteId: number,
  candidates: readonly string[],
): Promise<string[]> {
  const hot: string[] = [];
  for (const text of candidates) {
    if (hot.length === POPULAR.hotShown) break;
    if (await findsNow(search, siteId, text)) hot.push(text);
  }
  return hot;
}

/**
 * Makes the words of a site that others are shown anew: hot ones, and those that may be related to a question.
 * @param search the index as citizens ask it
 */
export async function renewPopular(db: Db, search: Search, siteId: number): Promise<void> {
  const [asked, choices, blocked] = await Promise.all([
    listAsked(db, siteId),
    listChoices(db, siteId),
    listBlocked(db),
  ]);
  const hot = await chooseHot(search, siteId, hotCandidates(asked, choices, blocked));
  const shown = asked
    .filter((one) => hot.includes(one.text) || mayBeShown(one, choices, blocked))
    .slice(0, POPULAR.kept);
  const times = new Map(shown.map((one) => [one.text, one.asked]));
  const texts = [...new Set([...hot, ...times.keys()])];
  const neighbours = await listNeighbours(db, siteId, texts);
  const rows = texts.map((text) => ({
    text,
    words: wordsOf(text),
    asked: times.get(text) ?? 0,
    place: hot.includes(text) ? hot.indexOf(text) + 1 : null,
    neighbours: neighbours.get(text) ?? [],
  }));
  await inTransaction(db, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('search.popular'), ${siteId}::int)`);
    await tx.execute(sql`delete from search_popular where site_id = ${siteId}`);
    await tx.execute(sql`
      insert into search_popular (site_id, text, words, asked, place, neighbours)
      select ${siteId}, text, words, asked, place, neighbours
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as g(text text, words text[], asked integer, place integer, neighbours text[])`);
  });
}

/** What clicks say, and the words of every site where they may have changed. Returns how many sites. */
export async function renewWords(db: Db, search: Search): Promise<number> {
  await renewClickRates(db);
  const siteIds = await listSitesToRenew(db);
  for (const siteId of siteIds) await renewPopular(db, search, siteId);
  return siteIds.length;
}
