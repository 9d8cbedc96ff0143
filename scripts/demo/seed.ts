/** The demo group of 云川省, made through the same commands as everything else, so that it obeys the rules. */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import * as z from "zod";
import type { Db } from "#db/client.ts";
import type { Ctx } from "#modules/access/context.ts";
import { getColumnByPath } from "#modules/columns/queries.ts";
import { syncPublicFiles } from "#modules/media/commands.ts";
import { closeImport, importChunk, openImport } from "#modules/resources/commands/import.ts";
import type { RecordLine } from "#modules/resources/commands/prepare.ts";
import { listWithFiles } from "#modules/resources/queries/imports.ts";
import { takeSynonymFile } from "#modules/search/curation/commands/files.ts";
import { changeSiteState, openSite, saveTemplate } from "#modules/sites/commands.ts";
import { listSites } from "#modules/sites/queries/registry.ts";
import { nameRegions } from "#modules/sites/regions/commands.ts";
import { regionNames } from "#modules/sites/regions/schema.ts";
import { siteInput, siteStateInput, templateSchema } from "#modules/sites/schema.ts";
import { makeDemoAccounts } from "./accounts.ts";
import { Illustrator } from "./pictures.ts";

const CONTENT = join(import.meta.dirname, "content");
const OTHER_NAMES = join(import.meta.dirname, "../words/other-names.txt");
const readContent = (name: string): unknown =>
  JSON.parse(readFileSync(join(CONTENT, name), "utf8"));

type Document = { id: string; column: string } & Record<string, unknown>;

const seedPlacement = z.array(
  z.object({ idPattern: z.string(), sites: z.array(z.string()), column: z.string() }),
);

/** Laws and guides that ship as seed, by the columns that show them. */
function seedDocuments(siteCode: string): Document[] {
  const lines = gunzipSync(readFileSync(join(CONTENT, "seed.jsonl.gz")))
    .toString()
    .trim()
    .split("\n");
  const documents = lines.map((line) => JSON.parse(line) as Document);
  const rules = seedPlacement.parse(readContent("seed-placement.json"));
  return rules
    .filter(({ sites }) => sites.includes(siteCode))
    .flatMap(({ idPattern, column }) => {
      const pattern = new RegExp(idPattern);
      return documents
        .filter(({ id }) => pattern.test(id))
        .map((document) => ({ ...document, column }));
    });
}

async function importColumn(
  ctx: Ctx,
  site: { id: number; code: string },
  path: string,
  documents: readonly Document[],
  illustrator: Illustrator,
): Promise<number> {
  const column = await getColumnByPath(ctx.db as Db, site.id, path);
  if (!column) throw new Error(`${site.code} has no column ${path}`);
  const target = {
    siteId: site.id,
    columnId: column.id,
    columnPath: path,
    as: "published" as const,
    isDryRun: false,
  };
  const batch = await openImport(ctx, target, `demo/${site.code}`);
  const lines: RecordLine[] = [];
  for (const document of documents)
    lines.push({ line: lines.length + 1, ...(await illustrator.illustrate(site.id, document)) });
  const receipts = await importChunk(ctx, batch, target, lines);
  await closeImport(ctx, batch);
  for (const resourceId of await listWithFiles(ctx.db as Db, batch))
    await syncPublicFiles(ctx.db as Db, resourceId);
  const refused = receipts.find(({ status }) => status === "refused");
  if (refused) throw new Error(`${site.code}/${path} ${refused.id}: ${refused.reason}`);
  return receipts.length;
}

async function seedSite(
  ctx: Ctx,
  site: { id: number; code: string },
  illustrator: Illustrator,
): Promise<number> {
  const documents = [
    ...(readContent(`${site.code}.json`) as Document[]),
    ...seedDocuments(site.code),
  ];
  const columns = Map.groupBy(documents, ({ column }) => column);
  let count = 0;
  for (const [path, rows] of columns)
    count += await importColumn(ctx, site, path, rows, illustrator);
  return count;
}

/** The templates that ship with the platform, so that a bare one can open its first site. */
export async function saveTemplates(ctx: Ctx): Promise<void> {
  for (const template of z.array(templateSchema).parse(readContent("templates.json")))
    await saveTemplate(ctx, template);
}

/** Fills an empty platform; running it again goes on where it was interrupted. */
export async function seedDemo(
  ctx: Ctx,
  unfinishedMark: string,
): Promise<{ sites: number; documents: number }> {
  await nameRegions(ctx, regionNames.parse(readContent("regions.json")));
  for (const input of z.array(siteInput).parse(readContent("sites.json"))) {
    const opened = await openSite(ctx, input);
    if (!opened.ok) throw new Error(`${input.code}: ${opened.problems.join(", ")}`);
  }
  const taken = await takeSynonymFile(ctx, readFileSync(OTHER_NAMES));
  if (!taken.ok) throw new Error(`other-names.txt: ${JSON.stringify(taken.fields)}`);
  const sites = await listSites(ctx.db);
  const illustrator = new Illustrator(ctx);
  let documents = 0;
  for (const site of sites) {
    documents += await seedSite(ctx, site, illustrator);
    if (site.state === "preparing")
      await changeSiteState(ctx, siteStateInput.parse({ code: site.code, state: "online" }));
  }
  await makeDemoAccounts(ctx, sites);
  rmSync(unfinishedMark, { force: true });
  return { sites: sites.length, documents };
}
