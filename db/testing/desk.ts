/** A site with columns and people, made by the platform's own commands; for tests of commands. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import type { Db, Raw } from "#db/client.ts";
import { fresh, freshIdCode } from "#db/testing/scene.ts";
import { env } from "#lib/env.ts";
import type { Ctx, DeskCtx, Grant } from "#modules/access/context.ts";
import { listDeskColumns } from "#modules/columns/queries.ts";
import { installReactions, prepareQueues } from "#modules/jobs/commands.ts";
import { REACTIONS } from "#modules/reactions.ts";
import { changeSiteState, openSite, saveTemplate } from "#modules/sites/commands.ts";
import type { SiteInput, SiteTemplate } from "#modules/sites/schema.ts";
import { siteInput, siteStateInput, templateSchema } from "#modules/sites/schema.ts";

const TEMPLATES = join(import.meta.dirname, "../../scripts/demo/content/templates.json");

export const readTemplates = (): SiteTemplate[] =>
  z.array(templateSchema).parse(JSON.parse(readFileSync(TEMPLATES, "utf8")));

/** What an operator would say of a new site, complete. */
export function siteWords(more: Partial<z.input<typeof siteInput>> = {}): SiteInput {
  const code = more.code ?? fresh("s");
  return siteInput.parse({
    code,
    name: `${code}人民政府`,
    shortName: code,
    level: "county",
    parent: null,
    regionCode: "990000",
    idCode: freshIdCode(),
    sponsor: `${code}人民政府办公室`,
    undertaker: null,
    contact: { phone: "12345", address: "试验路1号", email: null },
    icp: null,
    police: null,
    hosts: [`${code}.example.cn`],
    emblem: "none",
    slogan: null,
    template: "portal",
    ...more,
  });
}

export type TestSite = {
  siteId: number;
  code: string;
  name: string;
  host: string;
  regionCode: string;
  columnOf: (path: string) => number;
};

export type Desk = TestSite & {
  operator: Ctx;
  /** A person with one role on this site; each has a number of their own. */
  person: (role: Grant["role"], siteId?: number) => DeskCtx;
  stranger: DeskCtx;
};

export const operatorOf = (db: Db): Ctx => ({ actor: { kind: "operator", name: "test" }, db });

/** One more site of the group, `preparing`. */
export async function openTestSite(
  operator: Ctx,
  more: Partial<z.input<typeof siteInput>> = {},
): Promise<TestSite> {
  const input = siteWords(more);
  const opened = await openSite(operator, input);
  if (!opened.ok) throw new Error(opened.problems.join());
  const { siteId } = opened.value;
  const columns = await listDeskColumns(operator.db, siteId);
  const columnOf = (path: string) => columns.find((column) => column.path === path)?.id ?? 0;
  const { code, name, regionCode, hosts } = input;
  return { siteId, code, name, regionCode, host: hosts[0] ?? "", columnOf };
}

let people = Math.floor(Math.random() * 1e9);

export async function openDesk(
  { db, sql }: { db: Db; sql: Raw },
  more: Partial<z.input<typeof siteInput>> = {},
): Promise<Desk> {
  installReactions(REACTIONS, sql);
  const operator = operatorOf(db);
  for (const template of readTemplates()) await saveTemplate(operator, template);
  const site = await openTestSite(operator, more);
  const person = (role: Grant["role"], at = site.siteId): DeskCtx => {
    people += 1;
    return {
      actor: { kind: "staff", accountId: people, grants: [{ role, scope: "site", siteIds: [at] }] },
      db,
    };
  };
  const stranger: DeskCtx = { actor: { kind: "staff", accountId: 0, grants: [] }, db };
  return { operator, ...site, person, stranger };
}

/** Citizens may come. */
export async function putOnline(operator: Ctx, code: string): Promise<void> {
  const put = await changeSiteState(operator, siteStateInput.parse({ code, state: "online" }));
  if (!put.ok) throw new Error(put.problems.join());
}

/** One that citizens can reach, with the queues of its events: for tests of what they find. */
export async function openOnlineDesk(base: { db: Db; sql: Raw }): Promise<Desk> {
  await prepareQueues(env.DATABASE_URL ?? "", REACTIONS);
  const desk = await openDesk(base);
  await putOnline(desk.operator, desk.code);
  return desk;
}
