import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { CLICKS } from "#modules/searchlog/domain/settings.ts";
import { today } from "#modules/searchlog/queries/popular.ts";

/**
 * How often each result is opened where its words are asked, over the whole group: 0–1, older days for less,
 * lower places for more, and few askings for nothing. The ranking reads it.
 */
export async function renewClickRates(db: Db): Promise<void> {
  const faded = sql`power(0.5, (${today} - day) / ${CLICKS.halfLifeDays}::float8)`;
  const since = sql`day > ${today} - ${CLICKS.days}::int`;
  await db.execute(sql`
    with asked as (
      select text, sum(asked * ${faded}) as times from search_question where ${since}
      group by text having sum(asked) >= ${CLICKS.leastAsked}),
    opened as (
      select text, resource_id, sum(weight * ${faded}) as times from search_click where ${since}
      group by text, resource_id)
    merge into search_click_rate as kept
    using (select text, resource_id, least(1, opened.times / (asked.times + ${CLICKS.strength}))::real as rate
           from opened join asked using (text)) as told
    on kept.text = told.text and kept.resource_id = told.resource_id
    when matched and kept.rate <> told.rate then update set rate = told.rate
    when not matched then insert (text, resource_id, rate) values (told.text, told.resource_id, told.rate)
    when not matched by source then delete`);
}
