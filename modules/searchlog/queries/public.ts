/** Words of others, for citizens: role zs_public, from the list that the worker makes. */
import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { questionText } from "#modules/searchlog/domain/question.ts";
import { nearest, wordsOf } from "#modules/searchlog/domain/related.ts";
import { POPULAR } from "#modules/searchlog/domain/settings.ts";

/** Hot words of a site, the first one first; at most `POPULAR.hotShown`. */
export async function listHotWords(db: Db, siteId: number): Promise<string[]> {
  const rows = await db.execute<{ text: string }>(sql`
    select text from public_search_popular where site_id = ${siteId} and place is not null
    order by place limit ${POPULAR.hotShown}`);
  return rows.map(({ text }) => text);
}

type Popular = { text: string; words: string[]; asked: number; neighbours: string[] };

/** What else was asked on this site by who asked this, or in some of the same words. */
export async function listRelated(db: Db, siteId: number, typed: string): Promise<string[]> {
  const text = questionText(typed);
  const words = wordsOf(text);
  if (words.length === 0) return [];
  const rows = await db.execute<Popular>(sql`
    select text, words, asked, neighbours from public_search_popular
    where site_id = ${siteId} and words && ${sql.param(words)}::text[]
    order by (text = ${text}) desc, asked desc, text limit ${POPULAR.relatedCandidates}`);
  return nearest({ text, words }, rows);
}
