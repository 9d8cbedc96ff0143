import "server-only";
import { and, asc, eq } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import type { Role, ScopeKind } from "#db/enums/access.ts";
import { staffAccount, staffGrant } from "#db/schema/access.ts";
import { siteColumn } from "#db/schema/columns.ts";
import { site } from "#db/schema/sites.ts";

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

/** Whether a column is one of this site's. */
export async function hasColumn(db: Db | Tx, siteId: number, columnId: number): Promise<boolean> {
  const rows = await db
    .select({ id: siteColumn.id })
    .from(siteColumn)
    .where(and(eq(siteColumn.id, columnId), eq(siteColumn.siteId, siteId)));
  return rows.length > 0;
}
