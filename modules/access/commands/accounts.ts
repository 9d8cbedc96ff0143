import "server-only";
import { randomBytes } from "node:crypto";
import { count, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { setupLink, staffAccount } from "#db/schema/access.ts";
import { inTransaction, isUniqueViolation } from "#db/tx.ts";
import type { Result } from "#lib/errors.ts";
import { AppError } from "#lib/errors.ts";
import { insertGrant } from "#modules/access/commands/grants.ts";
import type { Ctx } from "#modules/access/context.ts";
import { hashPassword } from "#modules/access/password.ts";
import { can } from "#modules/access/policy.ts";
import { hashToken } from "#modules/access/queries/sessions.ts";
import { isOpenLink } from "#modules/access/queries/setup.ts";
import type { AccountInput } from "#modules/access/schema.ts";
import { audit } from "#modules/audit/commands.ts";

const SETUP_MINUTES = 15;

async function insertAccount(
  tx: Tx,
  ctx: Ctx,
  input: AccountInput,
  mustChangePassword: boolean,
): Promise<number> {
  const passwordHash = await hashPassword(input.password);
  const [account] = await tx
    .insert(staffAccount)
    .values({
      login: input.login,
      displayName: input.displayName,
      passwordHash,
      mustChangePassword,
    })
    .returning({ id: staffAccount.id });
  if (!account) throw new Error("insert returned nothing");
  for (const grant of input.grants) await insertGrant(tx, ctx, account.id, grant);
  await audit(tx, ctx, {
    action: "account.create",
    subject: ["account", account.id],
    details: { grants: input.grants },
  });
  return account.id;
}

/** Makes an account with its grants. @throws FORBIDDEN @rule DJ-ID-1, DJ-ID-4 */
export async function createAccount(
  ctx: Ctx,
  input: AccountInput,
  { mustChangePassword }: { mustChangePassword: boolean },
): Promise<Result<{ accountId: number }, "login-taken">> {
  if (!can(ctx.actor, "account.manage")) throw new AppError("FORBIDDEN", "account.manage");
  try {
    const accountId = await inTransaction(ctx.db, (tx) =>
      insertAccount(tx, ctx, input, mustChangePassword),
    );
    return { ok: true, value: { accountId } };
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, problems: ["login-taken"] };
    throw error;
  }
}

/** A single-use token, valid 15 minutes, that makes the first account; null once an account exists. @rule DJ-ID-4 */
export async function issueSetupLink(ctx: Ctx): Promise<{ token: string } | null> {
  if (!can(ctx.actor, "account.manage")) throw new AppError("FORBIDDEN", "account.manage");
  return await inTransaction(ctx.db, async (tx) => {
    const [accounts] = await tx.select({ n: count() }).from(staffAccount);
    if ((accounts?.n ?? 0) > 0) return null;
    const token = randomBytes(16).toString("base64url");
    await tx.insert(setupLink).values({
      tokenHash: hashToken(token),
      expiresAt: sql`now() + ${SETUP_MINUTES} * interval '1 minute'`,
    });
    await audit(tx, ctx, {
      action: "setup-link.issue",
      subject: ["platform", "setup"],
      details: {},
    });
    return { token };
  });
}

/** Trades the token for the first super administrator. One of two parallel uses wins. */
export async function spendSetupLink(
  ctx: Ctx,
  token: string,
  account: Omit<AccountInput, "grants">,
): Promise<Result<{ accountId: number }, "link-spent">> {
  return await inTransaction(ctx.db, async (tx) => {
    const spent = await tx
      .update(setupLink)
      .set({ usedAt: sql`now()` })
      .where(isOpenLink(token))
      .returning({ tokenHash: setupLink.tokenHash });
    if (spent.length === 0) return { ok: false, problems: ["link-spent"] };
    const accountId = await insertAccount(
      tx,
      ctx,
      { ...account, grants: [{ role: "super-admin", scope: "platform" }] },
      false,
    );
    return { ok: true, value: { accountId } };
  });
}
