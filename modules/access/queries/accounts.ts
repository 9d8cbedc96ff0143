import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import type { Role, ScopeKind } from "#db/enums/access.ts";
import { staffAccount, staffGrant } from "#db/schema/access.ts";
import { siteColumn } from "#db/schema/columns.ts";
import { site } from "#db/schema/sites.ts";
import type { Action } from "#modules/access/policy.ts";
import { rolesWith } from "#modules/access/policy.ts";

export type GrantRow = {
  login: string;
  displayName: string;
  isEnabled: boolean;
  /** Null for an account without any role. */
  role: Role | null;
  scope: ScopeKind | null;
  siteCode: string | null;
  columnPath: string | null;
};

/** Every account with every role it holds, one row a role, by login. */
export async function listGrantRows(db: Db): Promise<GrantRow[]> {
  return await db
    .select({
      login: staffAccount.login,
      displayName: staffAccount.displayName,
      isEnabled: staffAccount.isEnabled,
      role: staffGrant.role,
      scope: staffGrant.scopeKind,
      siteCode: site.code,
      columnPath: siteColumn.path,
    })
    .from(staffAccount)
    .leftJoin(staffGrant, eq(staffGrant.accountId, staffAccount.id))
    .leftJoin(site, eq(site.id, staffGrant.siteId))
    .leftJoin(siteColumn, eq(siteColumn.id, staffGrant.columnId))
    .orderBy(asc(staffAccount.login), asc(staffGrant.id))
    .limit(10_000);
}

export type Holder = { accountId: number; displayName: string };

/**
 * People who may do this on a whole site, those whose grant is nearest to it first: the site's own before
 * those of the sites above it, and these before the platform's. At most 200.
 */
export async function listHolders(db: Db | Tx, action: Action, siteId: number): Promise<Holder[]> {
  const rows = await db.execute<{ id: string; display_name: string }>(sql`
    with recursive above as (
      select id, parent_id, 0 as steps from site where id = ${siteId}
      union all select s.id, s.parent_id, steps + 1 from site s join above on s.id = above.parent_id where steps < 20)
    select a.id, a.display_name from staff_account a
    join staff_grant g on g.account_id = a.id and g.role = any(${sql.param(rolesWith(action))}::text[])
    left join above on g.scope_kind = 'site' and above.id = g.site_id
    where a.is_enabled and (g.scope_kind = 'platform' or above.id is not null)
    group by a.id, a.display_name order by min(coalesce(above.steps, 99)), a.id limit 200`);
  return rows.map(({ id, display_name }) => ({ accountId: Number(id), displayName: display_name }));
}

/** Whether a column is one of this site's. */
export async function hasColumn(db: Db | Tx, siteId: number, columnId: number): Promise<boolean> {
  const rows = await db
    .select({ id: siteColumn.id })
    .from(siteColumn)
    .where(and(eq(siteColumn.id, columnId), eq(siteColumn.siteId, siteId)));
  return rows.length > 0;
}
