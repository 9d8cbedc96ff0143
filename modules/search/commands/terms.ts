import "server-only";
import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { inTransaction } from "#db/tx.ts";
import { initialsOf, soundOf } from "#modules/search/domain/sound.ts";
import { isWord } from "#modules/search/domain/words.ts";

const SAMPLED_DOCUMENTS = 20_000;
const SAMPLED_TITLES = 100_000;
const CHUNK = 5_000;

async function countRows(tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ n: string }>(sql`select count(*) as n from search_title`);
  return Number(row?.n ?? 0);
}

/** `ts_stat` over a sample of pages, scaled up. */
async function countInto(
  tx: Tx,
  {
    table,
    field,
    total,
    sampled,
  }: { table: string; field: string; total: number; sampled: number },
): Promise<void> {
  const share = Math.min(1, sampled / Math.max(1, total));
  const sample = share < 1 ? ` tablesample system (${share * 100})` : "";
  const column = sql.raw(field);
  await tx.execute(sql`
    insert into search_term (term, documents, titles)
    select word, ${sql.raw(field === "documents" ? "n" : "0")}, ${sql.raw(field === "titles" ? "n" : "0")}
    from (select word, ceil(ndoc / ${share}::float8)::int as n
      from ts_stat(${`select words from ${table}${sample}`})) as counted
    where word <> '' and (n > 1 or ${field} = 'titles' or ${share}::float8 = 1)
    on conflict (term) do update set ${column} = excluded.${column}`);
}

/** How words of titles sound, for those that have no sound yet. */
async function addSounds(tx: Tx): Promise<void> {
  const rows = await tx.execute<{ term: string }>(sql`
    select term from search_term where sound is null and documents > 0 and term ~ '^[一-鿿]{2,8}$'`);
  const words = rows.map(({ term }) => term).filter(isWord);
  for (let from = 0; from < words.length; from += CHUNK) {
    const some = words.slice(from, from + CHUNK);
    await tx.execute(sql`
      update search_term set sound = given.sound, initials = given.initials
      from unnest(${sql.param(some)}::text[], ${sql.param(some.map(soundOf))}::text[],
        ${sql.param(some.map(initialsOf))}::text[]) as given(term, sound, initials)
      where search_term.term = given.term`);
  }
}

/**
 * Counts words anew: what plans and corrections are made from. Estimated from a sample where there is
 * much; a search is right without it, only slower.
 */
export async function countTermsAnew(db: Db): Promise<number> {
  return await inTransaction(db, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('search.terms'))`);
    const total = await countRows(tx);
    await tx.execute(sql`update search_term set documents = 0, titles = 0 where true`);
    const documents = { table: "search_document", field: "documents", sampled: SAMPLED_DOCUMENTS };
    const titles = { table: "search_title", field: "titles", sampled: SAMPLED_TITLES };
    await countInto(tx, { ...documents, total });
    await countInto(tx, { ...titles, total });
    await addSounds(tx);
    await tx.execute(sql`delete from search_term where documents = 0 and titles = 0`);
    await tx.execute(sql`
      insert into search_term (term, documents, titles) values ('', ${total}, ${total})
      on conflict (term) do update set documents = excluded.documents, titles = excluded.titles`);
    return total;
  });
}
