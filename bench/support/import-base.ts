/** A database of one's own with one site, and documents like those that sites bring along. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import * as z from "zod";
import { startPostgres } from "#db/embedded/launcher.ts";
import { migrate } from "#db/migrate.ts";
import { getColumnByPath } from "#modules/columns/queries.ts";
import { prepareQueues } from "#modules/jobs/commands.ts";
import { REACTIONS } from "#modules/reactions.ts";
import type { ImportTarget } from "#modules/resources/commands/prepare.ts";
import { changeSiteState, openSite, saveTemplate } from "#modules/sites/commands.ts";
import { getSiteByCode } from "#modules/sites/queries/registry.ts";
import { siteInput, siteStateInput, templateSchema } from "#modules/sites/schema.ts";
import type { Bench } from "./content.ts";
import { connectBench } from "./content.ts";

const SHARED = join(import.meta.dirname, "../../../shared/data");
const DEMO = join(import.meta.dirname, "../../scripts/demo/content");
const SETS = ["laws", "policy_govcn", "city_reports", "news_xwlb"];

export type Document = Record<string, unknown> & { id: string };

const readLines = (path: string): Document[] =>
  gunzipSync(readFileSync(path))
    .toString()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Document);

/** The 3,120 real documents where they are at hand; the demo group's own where they are not. */
export function readDocuments(): { source: string; documents: Document[] } {
  if (existsSync(SHARED))
    return {
      source: SETS.join(" "),
      documents: SETS.flatMap((set) => readLines(join(SHARED, set, "dev.jsonl.gz"))),
    };
  const names = ["yunchuan", "yunzhou", "qinglan", "songya", "qingshi", "luyu"];
  const written = names.flatMap(
    (name) => JSON.parse(readFileSync(join(DEMO, `${name}.json`), "utf8")) as Document[],
  );
  return {
    source: "scripts/demo/content",
    documents: [...readLines(join(DEMO, "seed.jsonl.gz")), ...written],
  };
}

export type Base = {
  bench: Bench;
  url: string;
  target: ImportTarget;
  dataDir: string;
  stop: () => Promise<void>;
};

/** Ready for imports as published; like a real one it writes through to the disk. */
export async function startBase(): Promise<Base> {
  const dataDir = mkdtempSync(join(tmpdir(), "zs-import-"));
  const server = await startPostgres({
    dataDir: join(dataDir, "pg"),
    password: "bench",
    logFile: join(dataDir, "postgres.log"),
  });
  await migrate(server.url);
  await prepareQueues(server.url, REACTIONS);
  const bench = connectBench(server.url);
  const json = (name: string): unknown => JSON.parse(readFileSync(join(DEMO, name), "utf8"));
  for (const template of z.array(templateSchema).parse(json("templates.json")))
    await saveTemplate(bench.ctx, template);
  const [first] = z.array(siteInput).parse(json("sites.json"));
  if (!first) throw new Error("no demo site");
  await openSite(bench.ctx, first);
  await changeSiteState(bench.ctx, siteStateInput.parse({ code: first.code, state: "online" }));
  const site = await getSiteByCode(bench.db, first.code);
  const column = site ? await getColumnByPath(bench.db, site.id, "zwdt/tzgg") : null;
  if (!site || !column) throw new Error("the demo site has no column zwdt/tzgg");
  return {
    bench,
    url: server.url,
    dataDir,
    target: {
      siteId: site.id,
      columnId: column.id,
      columnPath: column.path,
      as: "published",
      isDryRun: false,
    },
    stop: async () => {
      await bench.close();
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
