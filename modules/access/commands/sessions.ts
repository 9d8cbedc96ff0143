import "server-only";
import { randomBytes } from "node:crypto";
import { and, eq, isNull, ne, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { signInAttempt, staffAccount, staffSession } from "#db/schema/access.ts";
import { inTransaction } from "#db/tx.ts";
import type { Result } from "#lib/errors.ts";
import type { Ctx, Staff } from "#modules/access/context.ts";
import { isLocked } from "#modules/access/domain.ts";
import { hashPassword, verifyPassword } from "#modules/access/password.ts";
import { getSignInLimits, hashToken, listFailures } from "#modules/access/queries/sessions.ts";
import { loginSchema, passwordSchema } from "#modules/access/schema.ts";
import { audit } from "#modules/audit/commands.ts";
import { listStandardNumbers, numberOf } from "#modules/settings/queries.ts";

/** Same work for a login that does not exist, so that time does not tell. Hash of a random password. */
const NOBODY = hashPassword(randomBytes(24).toString("base64url"));

async function openSession(tx: Tx, accountId: number, address: string): Promise<string> {
  const token = randomBytes(16).toString("base64url");
  const hours = numberOf(await listStandardNumbers(tx, "session."), "absolute-hours");
  await tx.insert(staffSession).values({
    tokenHash: hashToken(token),
    accountId,
    address,
    expiresAt: sql`now() + ${hours} * interval '1 hour'`,
  });
  await audit(
    tx,
    { actor: { kind: "staff", accountId, grants: [] } },
    { action: "session.open", subject: ["account", accountId], details: { address } },
  );
  return token;
}

/**
 * Signs a person in: one answer for every kind of wrong, and none checked while locked. Tries are
 * serialised per login, so that a thousand at once check no more passwords than the limit allows.
 * @rule DJ-ID-5
 */
export async function signIn(
  db: Db,
  given: { login: string; password: string; address: string },
): Promise<Result<{ token: string }, "wrong" | "locked">> {
  const login = loginSchema.safeParse(given.login).data ?? "";
  return await inTransaction(db, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`sign-in ${login}`}))`);
    const limits = await getSignInLimits(tx);
    const failures = await listFailures(tx, login, given.address, limits);
    const [clock] = await tx.execute<{ now: string }>(sql`select now() as now`);
    if (isLocked(failures, limits, new Date(String(clock?.now)).getTime()))
      return { ok: false, problems: ["locked"] };
    const [account] = await tx
      .select({
        id: staffAccount.id,
        passwordHash: staffAccount.passwordHash,
        isEnabled: staffAccount.isEnabled,
      })
      .from(staffAccount)
      .where(eq(staffAccount.login, login));
    const isRight = await verifyPassword(account?.passwordHash ?? (await NOBODY), given.password);
    const succeeded = isRight && account?.isEnabled === true;
    await tx.insert(signInAttempt).values({ login, address: given.address, succeeded });
    if (!succeeded || !account) return { ok: false, problems: ["wrong"] };
    return { ok: true, value: { token: await openSession(tx, account.id, given.address) } };
  });
}

/** Marks the session as used now; at most once a minute, so that reading stays cheap. */
export async function touchSession(db: Db, token: string): Promise<void> {
  await db
    .update(staffSession)
    .set({ lastSeenAt: sql`now()` })
    .where(
      and(
        eq(staffSession.tokenHash, hashToken(token)),
        sql`${staffSession.lastSeenAt} < now() - interval '1 minute'`,
      ),
    );
}

export async function signOut(db: Db, token: string): Promise<void> {
  await db
    .update(staffSession)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(staffSession.tokenHash, hashToken(token)), isNull(staffSession.revokedAt)));
}

/** Chooses the site the desk shows. Moves nothing. */
export async function chooseSite(db: Db, token: string, siteId: number): Promise<void> {
  await db
    .update(staffSession)
    .set({ siteId })
    .where(eq(staffSession.tokenHash, hashToken(token)));
}

export type PasswordProblem =
  | "password-wrong"
  | "password-short"
  | "password-long"
  | "password-simple"
  | "password-same";

/** Changes one's own password; every other session of the account ends. @rule DJ-ID-4, DJ-ID-6 */
export async function changePassword(
  ctx: Ctx & { actor: Staff },
  given: { current: string; next: string; token: string },
): Promise<Result<null, PasswordProblem>> {
  const { accountId } = ctx.actor;
  const checked = passwordSchema.safeParse(given.next);
  if (!checked.success)
    return {
      ok: false,
      problems: checked.error.issues.map(({ message }) => message as PasswordProblem),
    };
  if (given.next === given.current) return { ok: false, problems: ["password-same"] };
  return await inTransaction(ctx.db, async (tx) => {
    const [account] = await tx
      .select({ passwordHash: staffAccount.passwordHash })
      .from(staffAccount)
      .where(eq(staffAccount.id, accountId))
      .for("update");
    if (!account || !(await verifyPassword(account.passwordHash, given.current)))
      return { ok: false, problems: ["password-wrong"] };
    await tx
      .update(staffAccount)
      .set({ passwordHash: await hashPassword(given.next), mustChangePassword: false })
      .where(eq(staffAccount.id, accountId));
    await tx
      .update(staffSession)
      .set({ revokedAt: sql`now()` })
      .where(
        and(
          eq(staffSession.accountId, accountId),
          ne(staffSession.tokenHash, hashToken(given.token)),
          isNull(staffSession.revokedAt),
        ),
      );
    await audit(tx, ctx, {
      action: "account.password",
      subject: ["account", accountId],
      details: {},
    });
    return { ok: true, value: null };
  });
}
