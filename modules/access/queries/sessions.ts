import "server-only";
import { createHash } from "node:crypto";
import { and, desc, eq, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { signInAttempt, staffAccount, staffGrant, staffSession } from "#db/schema/access.ts";
import type { Grant, Staff } from "#modules/access/context.ts";
import type { Failures, SignInLimits } from "#modules/access/domain.ts";
import { isSessionGood } from "#modules/access/domain.ts";
import { listStandardNumbers, numberOf } from "#modules/settings/queries.ts";

export const hashToken = (token: string): Buffer => createHash("sha256").update(token).digest();

export async function getSignInLimits(db: Db | Tx): Promise<SignInLimits> {
  const numbers = await listStandardNumbers(db, "sign-in.");
  return {
    accountFailures: numberOf(numbers, "account-failures"),
    addressFailures: numberOf(numbers, "address-failures"),
    windowMinutes: numberOf(numbers, "window-minutes"),
    lockMinutes: numberOf(numbers, "lock-minutes"),
  };
}

/** Failed tries since the last success of this login, and of this address, newest first. */
export async function listFailures(
  db: Db | Tx,
  login: string,
  address: string,
  limits: SignInLimits,
): Promise<Failures> {
  const since = sql`now() - ${limits.lockMinutes + limits.windowMinutes} * interval '1 minute'`;
  const list = async (
    column: typeof signInAttempt.login | typeof signInAttempt.address,
    word: string,
    limit: number,
  ) => {
    const rows = await db
      .select({ at: signInAttempt.at, succeeded: signInAttempt.succeeded })
      .from(signInAttempt)
      .where(and(eq(column, word), sql`${signInAttempt.at} > ${since}`))
      .orderBy(desc(signInAttempt.at))
      .limit(limit);
    const end = rows.findIndex(({ succeeded }) => succeeded);
    return rows.slice(0, end < 0 ? undefined : end).map(({ at }) => at.getTime());
  };
  return {
    account: await list(signInAttempt.login, login, limits.accountFailures),
    address: await list(signInAttempt.address, address, limits.addressFailures),
  };
}

export type SignedIn = {
  actor: Staff;
  displayName: string;
  login: string;
  mustChangePassword: boolean;
  /** The site chosen in the switcher; null until one is chosen. */
  siteId: number | null;
};

/** Sites below each granted site, and columns below each granted column: expanded once per request. */
async function listGrants(db: Db | Tx, accountId: number): Promise<Grant[]> {
  const grants = await db
    .select({
      role: staffGrant.role,
      scopeKind: staffGrant.scopeKind,
      siteId: staffGrant.siteId,
      columnId: staffGrant.columnId,
    })
    .from(staffGrant)
    .where(eq(staffGrant.accountId, accountId))
    .limit(200);
  return await Promise.all(
    grants.map(async ({ role, scopeKind, siteId, columnId }): Promise<Grant> => {
      switch (scopeKind) {
        case "platform":
          return { role, scope: "platform" };
        case "site":
          return { role, scope: "site", siteIds: await listTree(db, "site", siteId ?? 0) };
        case "column":
          return {
            role,
            scope: "column",
            siteId: siteId ?? 0,
            columnIds: await listTree(db, "site_column", columnId ?? 0),
          };
      }
    }),
  );
}

async function listTree(
  db: Db | Tx,
  table: "site" | "site_column",
  root: number,
): Promise<number[]> {
  const name = table === "site" ? sql`site` : sql`site_column`;
  const rows = await db.execute<{ id: string }>(sql`
    with recursive below as (
      select id from ${name} where id = ${root}
      union select child.id from ${name} child join below on child.parent_id = below.id)
    select id from below`);
  return rows.map(({ id }) => Number(id));
}

/** Who a session's token stands for, or null: unknown, idle, ended, revoked, disabled. @rule DJ-ID-6 */
export async function getSignedIn(db: Db | Tx, token: string): Promise<SignedIn | null> {
  const [row] = await db
    .select({
      accountId: staffAccount.id,
      displayName: staffAccount.displayName,
      login: staffAccount.login,
      mustChangePassword: staffAccount.mustChangePassword,
      isEnabled: staffAccount.isEnabled,
      lastSeenAt: staffSession.lastSeenAt,
      expiresAt: staffSession.expiresAt,
      revokedAt: staffSession.revokedAt,
      siteId: staffSession.siteId,
      now: sql<string>`now()`,
    })
    .from(staffSession)
    .innerJoin(staffAccount, eq(staffAccount.id, staffSession.accountId))
    .where(eq(staffSession.tokenHash, hashToken(token)));
  if (!row) return null;
  const idle = numberOf(await listStandardNumbers(db, "session."), "idle-minutes");
  const facts = {
    lastSeenAt: row.lastSeenAt.getTime(),
    expiresAt: row.expiresAt.getTime(),
    revokedAt: row.revokedAt?.getTime() ?? null,
    isEnabled: row.isEnabled,
  };
  if (!isSessionGood(facts, idle, new Date(row.now).getTime())) return null;
  const { accountId, displayName, login, mustChangePassword, siteId } = row;
  const actor: Staff = { kind: "staff", accountId, grants: await listGrants(db, accountId) };
  return { actor, displayName, login, mustChangePassword, siteId };
}
