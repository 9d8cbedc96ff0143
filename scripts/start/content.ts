import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Db, Raw } from "#db/client.ts";
import { dataPath } from "#lib/env.ts";
import { issueSetupLink } from "#modules/access/commands/accounts.ts";
import type { Ctx } from "#modules/access/context.ts";
import { installReactions } from "#modules/jobs/commands.ts";
import { REACTIONS } from "#modules/reactions.ts";
import { listSites } from "#modules/sites/queries/registry.ts";
import { nameRegions } from "#modules/sites/regions/commands.ts";
import { regionNames } from "#modules/sites/regions/schema.ts";
import { saveTemplates, seedDemo } from "../demo/seed.ts";
import { step } from "./steps.ts";

/** Present from the first seeding until it is complete, so that an interrupted one goes on. */
const unfinished = () => dataPath("demo-unfinished");

/** 行政区划 that ship with the platform: province, city and county, without levels that only the register has. */
const shippedRegions = () =>
  regionNames.parse(JSON.parse(readFileSync(join(import.meta.dirname, "regions.json"), "utf8")));

/** The demo group on an empty platform, or the set-up link of a bare one. */
export async function prepareContent({
  sql,
  db,
  isDemo,
}: {
  sql: Raw;
  db: Db;
  isDemo: boolean;
}): Promise<{ token: string | null; hasAccounts: boolean }> {
  installReactions(REACTIONS, sql);
  const ctx: Ctx = { actor: { kind: "operator", name: "start" }, db };
  await saveTemplates(ctx);
  await nameRegions(ctx, shippedRegions(), { onlyNew: true });
  if (!isDemo) return { token: (await issueSetupLink(ctx))?.token ?? null, hasAccounts: false };
  const isEmpty = (await listSites(db)).length === 0;
  if (isEmpty || existsSync(unfinished())) {
    writeFileSync(unfinished(), "");
    await step(
      "演示站群 demo group",
      () => seedDemo(ctx, unfinished()),
      ({ sites, documents }) => `${sites} 个网站，${documents} 篇内容`,
    );
  }
  return { token: null, hasAccounts: existsSync(dataPath("demo-accounts.json")) };
}
