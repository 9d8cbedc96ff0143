/** Kinds of results as a site shows them. */
import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { SearchClass } from "#db/enums/search.ts";
import { SEARCH_CLASSES } from "#db/enums/search.ts";

/** `name` null: by its usual name. */
export type ClassTab = { class: SearchClass; name: string | null };

/** The kinds that the site's editors chose, in their order; null when they chose none. */
export async function findClassTabs(db: Db, siteId: number): Promise<ClassTab[] | null> {
  const rows = await db.execute<{ class: string; name: string | null }>(sql`
    select class, name from public_search_class_tab where site_id = ${siteId} order by position limit 50`);
  const tabs = [...rows].flatMap(({ class: word, name }) => {
    const known = SEARCH_CLASSES.find((one) => one === word);
    return known ? [{ class: known, name }] : [];
  });
  return tabs.length > 0 ? tabs : null;
}

/** The same; all kinds in their usual order where nothing was chosen. */
export const listClassTabs = async (db: Db, siteId: number): Promise<ClassTab[]> =>
  (await findClassTabs(db, siteId)) ?? SEARCH_CLASSES.map((one) => ({ class: one, name: null }));
