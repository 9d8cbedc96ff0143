import type { Role, ScopeKind } from "#db/enums/access.ts";
import { createAccount } from "#modules/access/commands/accounts.ts";
import { giveRole, takeRole } from "#modules/access/commands/grants.ts";
import { makePassword } from "#modules/access/password.ts";
import { listGrantRows } from "#modules/access/queries/accounts.ts";
import type { GrantInput } from "#modules/access/schema.ts";
import { accountInput, grantInput, loginSchema } from "#modules/access/schema.ts";
import { getColumnByPath } from "#modules/columns/queries.ts";
import type { Platform } from "./platform.ts";
import { findSiteByCode } from "./sites.ts";
import type { Command, Given } from "./usage.ts";
import { need, optional, UsageError } from "./usage.ts";

const WHERE = "[--site C [--column 栏目路径]]";
const GRANT_OPTIONS = {
  login: { type: "string" },
  role: { type: "string" },
  site: { type: "string" },
  column: { type: "string" },
} as const;

/** The role and where it holds: the platform, a site and those below, a column and those below. */
async function readGrant(platform: Platform, given: Given): Promise<GrantInput> {
  const [code, path] = [optional(given, "site"), optional(given, "column")];
  if (path !== null && code === null) throw new UsageError("--column 要和 --site 一起写");
  const site = code === null ? null : await findSiteByCode(platform, code);
  const column = site && path !== null ? await getColumnByPath(platform.db, site.id, path) : null;
  if (path !== null && !column) throw new UsageError(`没有这个栏目 no such column: ${path}`);
  const scope: ScopeKind = column ? "column" : site ? "site" : "platform";
  const read = grantInput.safeParse({
    role: need(given, "role"),
    scope,
    siteId: site?.id,
    columnId: column?.id,
  });
  if (!read.success)
    throw new UsageError("--role 是 author、reviewer、site-admin、super-admin 之一");
  return read.data;
}

function readLogin(given: Given): string {
  const login = loginSchema.safeParse(need(given, "login"));
  if (!login.success) throw new UsageError("--login: 3 至 40 个小写字母、数字、点、横线");
  return login.data;
}

const ROLE_NAMES: Record<Role, string> = {
  author: "信息员",
  reviewer: "审核员",
  "site-admin": "站点管理员",
  "super-admin": "超级管理员",
};

export const accountsCommand: Command = {
  usage: "accounts                      列出账号、角色和范围，一行一个角色",
  options: {},
  run: async ({ db }) => {
    for (const row of await listGrantRows(db)) {
      const where = row.siteCode ? [row.siteCode, row.columnPath].filter(Boolean).join(" ") : "";
      const role = row.role ? `${row.role} ${ROLE_NAMES[row.role]}` : "-";
      const line = [row.login, row.displayName, role, where || (row.scope ?? "-")];
      process.stdout.write(`${[...line, row.isEnabled ? "" : "停用"].join("\t").trimEnd()}\n`);
    }
    return 0;
  },
};

export const accountAddCommand: Command = {
  usage: `account add --login L --name 姓名 --role R ${WHERE}   新账号，打印一次性密码，首次登录必须修改`,
  options: { ...GRANT_OPTIONS, name: { type: "string" } },
  run: async (platform, given) => {
    const password = makePassword();
    const read = accountInput.safeParse({
      login: readLogin(given),
      displayName: need(given, "name"),
      password,
      grants: [await readGrant(platform, given)],
    });
    if (!read.success) throw new UsageError("--name: 1 至 40 个字");
    const made = await createAccount(platform.ctx, read.data, { mustChangePassword: true });
    if (made.ok) process.stdout.write(`${read.data.login}\t${password}\n`);
    else process.stderr.write(`账号没有建立 not made: ${made.problems.join()}\n`);
    return made.ok ? 0 : 1;
  },
};

export const accountGrantCommand: Command = {
  usage: `account grant --login L --role R ${WHERE}   再给一个角色，下一次点击起有效`,
  options: GRANT_OPTIONS,
  run: async (platform, given) => {
    await giveRole(platform.ctx, readLogin(given), await readGrant(platform, given));
    return 0;
  },
};

export const accountRevokeCommand: Command = {
  usage: `account revoke --login L --role R ${WHERE}  收回一个角色，下一次点击起有效`,
  options: GRANT_OPTIONS,
  run: async (platform, given) => {
    const taken = await takeRole(platform.ctx, readLogin(given), await readGrant(platform, given));
    if (!taken.ok) process.stderr.write("没有这个角色 the account has no such role\n");
    return taken.ok ? 0 : 1;
  },
};
