import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { staffAccount, staffGrant } from "#db/schema/access.ts";
import { inTransaction } from "#db/tx.ts";
import type { Result } from "#lib/errors.ts";
import { AppError } from "#lib/errors.ts";
import type { Ctx } from "#modules/access/context.ts";
import { actorName } from "#modules/access/context.ts";
import { can } from "#modules/access/policy.ts";
import { hasColumn } from "#modules/access/queries/accounts.ts";
import type { GrantInput } from "#modules/access/schema.ts";
import { audit } from "#modules/audit/commands.ts";

const placeOf = (grant: GrantInput) => ({
  siteId: grant.scope === "platform" ? null : grant.siteId,
  columnId: grant.scope === "column" ? grant.columnId : null,
});

/** The row of a grant. @throws NOT_FOUND when the column is not the site's */
export async function insertGrant(
  tx: Tx,
  ctx: Ctx,
  accountId: number,
  grant: GrantInput,
): Promise<void> {
  if (grant.scope === "column") {
    const { columnId, siteId } = grant;
    if (!(await hasColumn(tx, siteId, columnId)))
      throw new AppError("NOT_FOUND", `column ${columnId} of site ${siteId}`);
  }
  await tx.insert(staffGrant).values({
    accountId,
    role: grant.role,
    scopeKind: grant.scope,
    ...placeOf(grant),
    grantedBy: actorName(ctx.actor),
  });
}

/** The account of a login, locked. @throws FORBIDDEN, NOT_FOUND */
async function lockAccount(tx: Tx, ctx: Ctx, login: string): Promise<number> {
  if (!can(ctx.actor, "account.manage")) throw new AppError("FORBIDDEN", "account.manage");
  const [account] = await tx
    .select({ id: staffAccount.id })
    .from(staffAccount)
    .where(eq(staffAccount.login, login))
    .for("update");
  if (!account) throw new AppError("NOT_FOUND", `account ${login}`);
  return account.id;
}

const sameGrant = (accountId: number, grant: GrantInput) => {
  const { siteId, columnId } = placeOf(grant);
  return and(
    eq(staffGrant.accountId, accountId),
    eq(staffGrant.role, grant.role),
    eq(staffGrant.scopeKind, grant.scope),
    siteId === null ? isNull(staffGrant.siteId) : eq(staffGrant.siteId, siteId),
    columnId === null ? isNull(staffGrant.columnId) : eq(staffGrant.columnId, columnId),
  );
};

/**
 * Gives a role in a scope; it holds from the person's next request on. Given already: nothing new.
 * @throws FORBIDDEN, NOT_FOUND @rule DJ-AC-1
 */
export async function giveRole(ctx: Ctx, login: string, grant: GrantInput): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const accountId = await lockAccount(tx, ctx, login);
    const [known] = await tx
      .select({ id: staffGrant.id })
      .from(staffGrant)
      .where(sameGrant(accountId, grant));
    if (known) return;
    await insertGrant(tx, ctx, accountId, grant);
    await audit(tx, ctx, {
      action: "account.grant",
      subject: ["account", accountId],
      details: { grant },
    });
  });
}

/** Takes a role away, from the person's next request on. @throws FORBIDDEN, NOT_FOUND */
export async function takeRole(
  ctx: Ctx,
  login: string,
  grant: GrantInput,
): Promise<Result<null, "not-given">> {
  return await inTransaction(ctx.db, async (tx) => {
    const accountId = await lockAccount(tx, ctx, login);
    const gone = await tx
      .delete(staffGrant)
      .where(sameGrant(accountId, grant))
      .returning({ id: staffGrant.id });
    if (gone.length === 0) return { ok: false, problems: ["not-given"] };
    await audit(tx, ctx, {
      action: "account.revoke",
      subject: ["account", accountId],
      details: { grant },
    });
    return { ok: true, value: null };
  });
}
