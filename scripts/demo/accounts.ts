import { existsSync } from "node:fs";
import { dataPath } from "#lib/env.ts";
import { writePrivateFile } from "#lib/secrets.ts";
import { createAccount } from "#modules/access/commands/accounts.ts";
import type { Ctx } from "#modules/access/context.ts";
import { makePassword } from "#modules/access/password.ts";
import { accountInput } from "#modules/access/schema.ts";
import type { SiteSummary } from "#modules/sites/queries/registry.ts";

type DemoAccount = { login: string; password: string; role: string; scope: string };

const SITE_ROLES = [
  { role: "author", word: "xinxi", name: "信息员" },
  { role: "reviewer", word: "shenhe", name: "审核员" },
  { role: "site-admin", word: "guanli", name: "站点管理员" },
] as const;

/** One account for each role, of the province and of the first city, with passwords made now. */
export async function makeDemoAccounts(ctx: Ctx, sites: readonly SiteSummary[]): Promise<void> {
  const path = dataPath("demo-accounts.json");
  if (existsSync(path)) return;
  const accounts: DemoAccount[] = [];
  const make = async (
    login: string,
    displayName: string,
    role: string,
    scope: string,
    grant: object,
  ) => {
    const password = makePassword();
    const input = accountInput.parse({ login, displayName, password, grants: [grant] });
    const made = await createAccount(ctx, input, { mustChangePassword: false });
    if (made.ok) accounts.push({ login, password, role, scope });
  };
  await make("chaoguan", "超级管理员", "super-admin", "platform", {
    role: "super-admin",
    scope: "platform",
  });
  for (const site of sites
    .filter(({ level }) => level === "province" || level === "city")
    .slice(0, 2)) {
    for (const { role, word, name } of SITE_ROLES) {
      await make(`${site.code}-${word}`, name, role, `site:${site.code}`, {
        role,
        scope: "site",
        siteId: site.id,
      });
    }
  }
  // An interrupted seeding made these accounts before it could write their passwords down.
  if (accounts.length > 0) writePrivateFile(path, `${JSON.stringify(accounts, null, 2)}\n`);
}
