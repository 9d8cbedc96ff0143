/** A site with columns and people, made by the platform's own commands; for tests of commands. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import type { TestDb } from "#db/testing/scene.ts";
import { fresh, freshIdCode } from "#db/testing/scene.ts";
import type { Ctx, DeskCtx, Grant } from "#modules/access/context.ts";
import { listDeskColumns } from "#modules/columns/queries.ts";
import { openSite, saveTemplate } from "#modules/sites/commands.ts";
import { siteInput, templateSchema } from "#modules/sites/schema.ts";

const TEMPLATES = join(import.meta.dirname, "../../scripts/demo/content/templates.json");

export type Desk = {
  operator: Ctx;
  siteId: number;
  code: string;
  columnOf: (path: string) => number;
  /** A person with one role on this site; each has a number of their own. */
  person: (role: Grant["role"], siteId?: number) => DeskCtx;
  stranger: DeskCtx;
};

let people = Math.floor(Math.random() * 1e9);

export async function openDesk({ db }: TestDb): Promise<Desk> {
  const operator: Ctx = { actor: { kind: "operator", name: "test" }, db };
  const templates = z.array(templateSchema).parse(JSON.parse(readFileSync(TEMPLATES, "utf8")));
  for (const template of templates) await saveTemplate(operator, template);
  const code = fresh("s");
  const input = siteInput.parse({
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
  });
  const opened = await openSite(operator, input);
  if (!opened.ok) throw new Error(opened.problems.join());
  const { siteId } = opened.value;
  const columns = await listDeskColumns(db, siteId);
  const person = (role: Grant["role"], at = siteId): DeskCtx => {
    people += 1;
    return {
      actor: { kind: "staff", accountId: people, grants: [{ role, scope: "site", siteIds: [at] }] },
      db,
    };
  };
  const stranger: DeskCtx = { actor: { kind: "staff", accountId: 0, grants: [] }, db };
  const columnOf = (path: string) => columns.find((column) => column.path === path)?.id ?? 0;
  return { operator, siteId, code, columnOf, person, stranger };
}
