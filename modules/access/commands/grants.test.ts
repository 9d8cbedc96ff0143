import { afterAll, beforeAll, expect, test } from "vitest";
import type { Desk } from "#db/testing/desk.ts";
import { openDesk, openTestSite } from "#db/testing/desk.ts";
import { fresh, testDatabase } from "#db/testing/scene.ts";
import { createAccount } from "#modules/access/commands/accounts.ts";
import { giveRole, takeRole } from "#modules/access/commands/grants.ts";
import { signIn } from "#modules/access/commands/sessions.ts";
import type { DeskCtx } from "#modules/access/context.ts";
import { can, reachesSite } from "#modules/access/policy.ts";
import { listGrantRows } from "#modules/access/queries/accounts.ts";
import { getSignedIn } from "#modules/access/queries/sessions.ts";
import type { GrantInput } from "#modules/access/schema.ts";
import { accountInput } from "#modules/access/schema.ts";
import { listAudit } from "#modules/audit/queries.ts";

const base = testDatabase();
const PASSWORD = "Correct-Horse-9";
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(base);
});
afterAll(() => base.close());

/** Signs a new person in; `now` reads what they may do at this moment. */
async function person(grant: GrantInput) {
  const login = fresh("who");
  const input = accountInput.parse({
    login,
    displayName: "某人",
    password: PASSWORD,
    grants: [grant],
  });
  const made = await createAccount(desk.operator, input, { mustChangePassword: false });
  const signed = await signIn(base.db, { login, password: PASSWORD, address: fresh("10.") });
  if (!made.ok || !signed.ok) throw new Error("not signed in");
  const now = async (): Promise<DeskCtx> => {
    const here = await getSignedIn(base.db, signed.value.token);
    if (!here) throw new Error("the session ended");
    return { actor: here.actor, db: base.db };
  };
  return { login, accountId: made.value.accountId, now };
}

const columnGrant = (path: string): GrantInput => ({
  role: "author",
  scope: "column",
  siteId: desk.siteId,
  columnId: desk.columnOf(path),
});

test("a role in a column holds there and below, and nowhere else", async () => {
  const { now } = await person(columnGrant("zwdt"));
  const { actor } = await now();
  const may = (path: string) =>
    can(actor, "resource.create", { siteId: desk.siteId, columnId: desk.columnOf(path) });
  expect([may("zwdt"), may("zwdt/tzgg"), may("zwgk")]).toEqual([true, true, false]);
  expect(can(actor, "resource.create", { siteId: desk.siteId })).toBe(false);
  const other = await openTestSite(desk.operator);
  const there = { siteId: other.siteId, columnId: other.columnOf("zwdt/tzgg") };
  expect([can(actor, "resource.create", there), reachesSite(actor, other.siteId)]).toEqual([
    false,
    false,
  ]);
});

test("roles are given and taken from the next request on, each once, each on record", async () => {
  const { login, accountId, now } = await person(columnGrant("zwdt"));
  const reviewer: GrantInput = { role: "reviewer", scope: "site", siteId: desk.siteId };
  const reviews = async () =>
    can((await now()).actor, "resource.review", { siteId: desk.siteId, columnId: 1 });
  await giveRole(desk.operator, login, reviewer);
  await giveRole(desk.operator, login, reviewer);
  expect(await reviews()).toBe(true);
  const rows = (await listGrantRows(base.db)).filter((row) => row.login === login);
  expect(rows.map(({ role, siteCode, columnPath }) => [role, siteCode, columnPath])).toEqual([
    ["author", desk.code, "zwdt"],
    ["reviewer", desk.code, null],
  ]);
  expect(await takeRole(desk.operator, login, reviewer)).toMatchObject({ ok: true });
  expect(await reviews()).toBe(false);
  expect(await takeRole(desk.operator, login, reviewer)).toEqual({
    ok: false,
    problems: ["not-given"],
  });
  const audits = await listAudit(base.db, ["account", accountId]);
  expect(audits.map(({ action }) => action)).toEqual(
    expect.arrayContaining(["account.create", "account.grant", "account.revoke"]),
  );
});

test("a column of another site is none, and nobody at the desk but a super administrator gives roles", async () => {
  const { login } = await person(columnGrant("zwdt"));
  const other = await openTestSite(desk.operator);
  const crossed: GrantInput = {
    role: "author",
    scope: "column",
    siteId: other.siteId,
    columnId: desk.columnOf("zwdt"),
  };
  await expect(giveRole(desk.operator, login, crossed)).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  for (const who of [desk.stranger, desk.person("author"), desk.person("site-admin")]) {
    const grant: GrantInput = { role: "super-admin", scope: "platform" };
    await expect(giveRole(who, login, grant)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(takeRole(who, login, columnGrant("zwdt"))).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  }
});
