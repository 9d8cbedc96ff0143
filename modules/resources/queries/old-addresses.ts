import "server-only";
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { Fate } from "#modules/resources/domain.ts";

/** One address of the site before this one, and what became of it. */
export type OldAddress = {
  url: string;
  fate: Fate;
  /** Path that answers there now; null when none does. */
  target: string | null;
  /** Why it was left behind on purpose. */
  reason: string | null;
  /** What stood there is in the base, and not live now: a draft, or withdrawn. */
  isOffline: boolean;
};

/** Every old address of the site that is known: from its lists, and from what imports brought along. */
const addressesOf = (siteId: number) => sql`
  select a.url, a.path, a.reason from old_address a where a.site_id = ${siteId}
  union all
  select d.path, d.path, null from redirect d
  where d.site_id = ${siteId} and not exists (
    select from old_address a where a.site_id = d.site_id and md5(a.path) = md5(d.path))`;

/**
 * What became of addresses (`url`, `path`, `reason`), judged by what stands on the site now: the old
 * home page is the home page, then a placement, a visible column, a redirect. Words behind `?` count only where no page
 * is at the path alone, as for readers (ADR 39).
 */
const judged = (siteId: number, addresses: ReturnType<typeof sql>) => sql`
  select a.url, a.reason, found.target, found.archived is not null and found.target is null as offline,
         case when found.archived and found.target is not null then 'archived' when found.target is not null then 'moved'
              when a.reason is not null then 'gone' else 'missing' end as fate
  from (select url, path, reason, split_part(path, '?', 1) as plain from (${addresses}) given) a
  left join lateral (
    select case when live then target end as target, archived from (
      (select '/' as target, true as live, false as archived where a.path = '/')
      union all
      (select p.path, p.state = 'live', r.state = 'archived'
       from placement p join resource r on r.id = p.resource_id
       where p.site_id = ${siteId} and p.path = a.plain and (p.state = 'live' or a.plain = a.path))
      union all
      (select '/' || c.path, true, false from site_column c
       where c.site_id = ${siteId} and c.is_visible and a.plain like '/_%' and c.path = substr(a.plain, 2))
      union all
      (select coalesce(p.path, d.target), coalesce(p.state = 'live', d.target is not null), coalesce(r.state = 'archived', false)
       from redirect d left join placement p on p.id = d.placement_id left join resource r on r.id = p.resource_id
       where d.site_id = ${siteId} and d.path in (a.path, a.plain)
       order by d.path = a.path desc limit 1)
      limit 1) one) found on true`;

type JudgedRow = {
  url: string;
  fate: Fate;
  target: string | null;
  reason: string | null;
  offline: boolean;
};

const readRow = ({ url, fate, target, reason, offline }: JudgedRow): OldAddress => ({
  url,
  fate,
  target,
  reason,
  isOffline: offline,
});

/** Addresses may be longer than an address of ours can carry: a place in the list is told by this much. */
const PLACE_CHARACTERS = 100;
const MD5_CHARACTERS = 32;

/** Where an address stands in the list, short enough for an address of ours. */
export const placeOf = ({ url }: OldAddress): string =>
  createHash("md5").update(url).digest("hex") + [...url].slice(0, PLACE_CHARACTERS).join("");

/** Addresses after a place, in the order of their letters; `words` is a part of the address; `limit` 1–1000. */
export async function listOldAddresses(
  db: Db,
  siteId: number,
  {
    fate,
    words,
    after,
    limit,
  }: {
    fate?: Fate | undefined;
    words?: string | undefined;
    after?: string | undefined;
    limit: number;
  },
): Promise<OldAddress[]> {
  const rows = await db.execute<JudgedRow>(sql`
    select url, reason, target, offline, fate from (${judged(siteId, addressesOf(siteId))}) j
    where (${fate ?? null}::text is null or fate = ${fate ?? null})
      and (${words ?? null}::text is null or strpos(lower(url), lower(${words ?? null})) > 0)
      and (${after ?? null}::text is null
        or (left(url, ${PLACE_CHARACTERS}) collate "C", md5(url)) > (${after?.slice(MD5_CHARACTERS) ?? null}, ${after?.slice(0, MD5_CHARACTERS) ?? null}))
    order by left(url, ${PLACE_CHARACTERS}) collate "C", md5(url) limit ${limit}`);
  return rows.map(readRow);
}

/** How many old addresses of the site met each fate. */
export async function countOldAddresses(db: Db, siteId: number): Promise<Record<Fate, number>> {
  const rows = await db.execute<{ fate: string; n: string }>(sql`
    select fate, count(*) as n from (${judged(siteId, addressesOf(siteId))}) j group by fate`);
  const counted = new Map(rows.map(({ fate, n }) => [fate, Number(n)]));
  const of = (fate: Fate) => counted.get(fate) ?? 0;
  return {
    moved: of("moved"),
    archived: of("archived"),
    gone: of("gone"),
    missing: of("missing"),
  };
}

/** What became of these addresses, in their order; at most 1,000. */
export async function judgeAddresses(
  db: Db,
  siteId: number,
  addresses: readonly { url: string; path: string | null; reason: string | null }[],
): Promise<OldAddress[]> {
  const given = sql`
    select url, path, reason, n from unnest(
      ${sql.param(addresses.map(({ url }) => url))}::text[],
      ${sql.param(addresses.map(({ path }) => path))}::text[],
      ${sql.param(addresses.map(({ reason }) => reason))}::text[]) with ordinality as given(url, path, reason, n)`;
  const rows = await db.execute<JudgedRow>(judged(siteId, given));
  const found = new Map(rows.map((row) => [row.url, readRow(row)]));
  return addresses.flatMap(({ url }) => found.get(url) ?? []);
}
