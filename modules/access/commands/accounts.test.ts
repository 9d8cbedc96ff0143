import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "#db/migrate.ts";
import { emptyDatabase } from "#db/testing/fresh-database.ts";
import { fresh, poolsOf } from "#db/testing/scene.ts";
import {
  createAccount,
  issueSetupLink,
  spendSetupLink,
} from "#modules/access/commands/accounts.ts";
import { changePassword, signIn, signOut } from "#modules/access/commands/sessions.ts";
import type { Ctx } from "#modules/access/context.ts";
import { getSignedIn } from "#modules/access/queries/sessions.ts";
import { isSetupLinkOpen } from "#modules/access/queries/setup.ts";
import { accountInput } from "#modules/access/schema.ts";
import { listStandardNumbers, numberOf } from "#modules/settings/queries.ts";

// The set-up link is there while nobody has an account, so no other suite may have made one.
const { url, drop } = await emptyDatabase();
await migrate(url);
const base = poolsOf(url);
const operator: Ctx = { actor: { kind: "operator", name: "test" }, db: base.db };
const PASSWORD = "Correct-Horse-9";
const input = (login: string) =>
  accountInput.parse({
    login,
    displayName: "测试",
    password: PASSWORD,
    grants: [{ role: "super-admin", scope: "platform" }],
  });
const first = { login: fresh("first"), displayName: "第一人", password: PASSWORD };

let token = "";
beforeAll(async () => {
  token = (await issueSetupLink(operator))?.token ?? "";
});
afterAll(async () => {
  await base.close();
  await drop();
});

test("a set-up link is open until it is used; another word is none", async () => {
  expect(await isSetupLinkOpen(base.db, token)).toBe(true);
  expect(await isSetupLinkOpen(base.db, `${token}x`)).toBe(false);
});

test("the set-up link works once, for one of two who use it at once, and never again", async () => {
  const setup: Ctx = { actor: { kind: "system", job: "setup" }, db: base.db };
  const both = await Promise.all([
    spendSetupLink(setup, token, first),
    spendSetupLink(setup, token, { ...first, login: fresh("second") }),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await spendSetupLink(setup, token, { ...first, login: fresh("third") })).toEqual({
    ok: false,
    problems: ["link-spent"],
  });
  expect(await isSetupLinkOpen(base.db, token)).toBe(false);
  expect(await issueSetupLink(operator)).toBeNull();
});

test("look-alike logins are one account", async () => {
  const login = fresh("wang");
  expect(await createAccount(operator, input(login), { mustChangePassword: true })).toMatchObject({
    ok: true,
  });
  const twin = login.replace("w", "ｗ").toUpperCase();
  expect(await createAccount(operator, input(twin), { mustChangePassword: true })).toEqual({
    ok: false,
    problems: ["login-taken"],
  });
});

test.each(["short-1A", "alllowercaseletters", "12345678901234"])(
  "%s is no password",
  (password) => {
    expect(accountInput.safeParse({ ...input("someone"), password }).success).toBe(false);
  },
);

test("a stranger makes no account and no set-up link", async () => {
  const stranger: Ctx = { actor: { kind: "staff", accountId: 0, grants: [] }, db: base.db };
  await expect(
    createAccount(stranger, input(fresh("x")), { mustChangePassword: false }),
  ).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(issueSetupLink(stranger)).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("a session carries its person until it is ended, idles out, or the password changes", async () => {
  const login = fresh("zhang");
  await createAccount(operator, input(login), { mustChangePassword: false });
  const address = fresh("10.0.0.");
  const open = async () => {
    const signed = await signIn(base.db, { login, password: PASSWORD, address });
    return signed.ok ? signed.value.token : "";
  };
  const [one, two, three] = [await open(), await open(), await open()];
  const who = await getSignedIn(base.db, one);
  expect(who?.login).toBe(login);
  await signOut(base.db, one);
  expect(await getSignedIn(base.db, one)).toBeNull();
  await base.owner`update staff_session set last_seen_at = now() - interval '16 minutes' where account_id = ${who?.actor.accountId ?? 0} and revoked_at is null and token_hash = sha256(${two}::bytea)`;
  expect(await getSignedIn(base.db, two)).toBeNull();
  const here = await getSignedIn(base.db, three);
  if (!here) throw new Error("the third session is gone");
  const fourth = await open();
  expect(
    await changePassword(
      { actor: here.actor, db: base.db },
      { current: PASSWORD, next: "Another-Horse-8", token: three },
    ),
  ).toMatchObject({ ok: true });
  expect([
    (await getSignedIn(base.db, three)) !== null,
    await getSignedIn(base.db, fourth),
  ]).toEqual([true, null]);
});

test("a hundred wrong tries at once check five passwords, and then the right one is locked out too", async () => {
  const login = fresh("li");
  await createAccount(operator, input(login), { mustChangePassword: false });
  const tries = await Promise.all(
    Array.from({ length: 100 }, (_, n) =>
      signIn(base.db, { login, password: "wrong", address: `10.1.${n}.1` }),
    ),
  );
  expect(tries.filter((tried) => !tried.ok && tried.problems[0] === "wrong")).toHaveLength(5);
  expect(await signIn(base.db, { login, password: PASSWORD, address: "10.2.0.1" })).toEqual({
    ok: false,
    problems: ["locked"],
  });
});

test("a session ends at its hour however busy it is, and with its account", async () => {
  const login = fresh("zhao");
  const made = await createAccount(operator, input(login), { mustChangePassword: false });
  const accountId = made.ok ? made.value.accountId : 0;
  const open = async () => {
    const signed = await signIn(base.db, { login, password: PASSWORD, address: fresh("10.") });
    return signed.ok ? signed.value.token : "";
  };
  const busy = await open();
  const [row] = await base.owner<{ hours: number }[]>`
    select round(extract(epoch from expires_at - created_at) / 3600)::int as hours from staff_session where account_id = ${accountId}`;
  const hours = numberOf(await listStandardNumbers(base.db, "session."), "absolute-hours");
  expect(row?.hours).toBe(hours);
  await base.owner`update staff_session set expires_at = now(), last_seen_at = now() where account_id = ${accountId}`;
  expect(await getSignedIn(base.db, busy)).toBeNull();

  const other = await open();
  expect(await getSignedIn(base.db, other)).not.toBeNull();
  await base.owner`update staff_account set is_enabled = false where id = ${accountId}`;
  expect(await getSignedIn(base.db, other)).toBeNull();
  expect(await signIn(base.db, { login, password: PASSWORD, address: fresh("10.") })).toEqual({
    ok: false,
    problems: ["wrong"],
  });
});

test("whoever signs in for the first time must choose a password, and is told so until they have", async () => {
  const login = fresh("qian");
  await createAccount(operator, input(login), { mustChangePassword: true });
  const signed = await signIn(base.db, { login, password: PASSWORD, address: fresh("10.") });
  const session = signed.ok ? signed.value.token : "";
  const here = await getSignedIn(base.db, session);
  if (!here) throw new Error("not signed in");
  expect(here.mustChangePassword).toBe(true);
  const ctx = { actor: here.actor, db: base.db };
  const change = (next: string) => changePassword(ctx, { current: PASSWORD, next, token: session });
  expect(await change(PASSWORD)).toEqual({ ok: false, problems: ["password-same"] });
  expect((await getSignedIn(base.db, session))?.mustChangePassword).toBe(true);
  expect(await change("Another-Horse-8")).toMatchObject({ ok: true });
  expect((await getSignedIn(base.db, session))?.mustChangePassword).toBe(false);
});

test("a lock ends after its half hour, and one address cannot try many accounts", async () => {
  const login = fresh("sun");
  await createAccount(operator, input(login), { mustChangePassword: false });
  const right = { login, password: PASSWORD, address: fresh("10.") };
  for (let n = 0; n < 5; n += 1)
    await signIn(base.db, { ...right, password: "wrong", address: fresh("10.") });
  expect(await signIn(base.db, right)).toEqual({ ok: false, problems: ["locked"] });
  await base.owner`update sign_in_attempt set at = at - interval '31 minutes' where login = ${login}`;
  expect(await signIn(base.db, right)).toMatchObject({ ok: true });

  const address = fresh("10.");
  for (let n = 0; n < 20; n += 1)
    await signIn(base.db, { login: fresh("li"), password: "wrong", address });
  expect(await signIn(base.db, { ...right, address })).toEqual({ ok: false, problems: ["locked"] });
});
