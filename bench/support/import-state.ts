/** What an import leaves behind, without numbers and clocks: two ways to the same state look the same. */
import { createHash } from "node:crypto";
import type { Raw } from "#db/client.ts";

/** Each table by what is in it; ids are replaced by the records' own, moments of the run left out. */
const TABLES: Record<string, string> = {
  resource: `select external_id, type, state, validity, validity_on::text,
    case when first_published_at < now() - interval '1 day' then first_published_at::text end as first
    from resource`,
  edition: `select r.external_id, e.locale, e.number, e.state, e.title, e.summary, e.author, s.name,
    md5(e.body::text), md5(e.metadata::text), encode(e.content_hash, 'hex')
    from edition e join resource r on r.id = e.resource_id left join source s on s.id = e.source_id`,
  placement: `select r.external_id, p.column_id, p.mode, p.state, p.title, p.summary,
    regexp_replace(p.path, '\\d+\\.html$', '#'),
    case when p.published_at < now() - interval '1 day' then p.published_at::text end as at
    from placement p join resource r on r.id = p.resource_id`,
  placement_column: `select r.external_id, pc.column_id from placement_column pc
    join placement p on p.id = pc.placement_id join resource r on r.id = p.resource_id`,
  redirect: `select d.site_id, d.path, r.external_id from redirect d
    join placement p on p.id = d.placement_id join resource r on r.id = p.resource_id`,
  import_record: `select i.line, i.external_id, i.status, i.reason, r.external_id as resource
    from import_record i left join resource r on r.id = i.resource_id`,
  import_batch: `select file_name, column_id, finished_at is not null, interrupted_at is null,
    imported, merged, refused from import_batch`,
  audit: `select action, subject_kind from audit_entry where action = 'resource.import'`,
  cache_tag: `select tag, is_drop from cache_tag`,
};

export type State = Record<string, { rows: number; digest: string }>;

export async function stateOf(sql: Raw): Promise<State> {
  const state: State = {};
  for (const [table, query] of Object.entries(TABLES)) {
    const rows = await sql.unsafe(query);
    const lines = rows.map((row) => JSON.stringify(Object.values(row))).sort();
    const digest = createHash("sha256").update(lines.join("\n")).digest("hex").slice(0, 16);
    state[table] = { rows: lines.length, digest };
  }
  return state;
}
