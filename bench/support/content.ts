/** What benches need of content: drafts to publish, new editions of what is live. */
import type { Db, Raw } from "#db/client.ts";
import { connect } from "#db/client.ts";
import type { Ctx } from "#modules/access/context.ts";
import { getColumnByPath } from "#modules/columns/queries.ts";
import { installReactions } from "#modules/jobs/commands.ts";
import { REACTIONS } from "#modules/reactions.ts";
import { closeImport, importChunk, openImport } from "#modules/resources/commands/import.ts";
import { openEdition } from "#modules/resources/drafts/commands/save.ts";
import { getSiteByCode } from "#modules/sites/queries/registry.ts";

export type Bench = { ctx: Ctx; db: Db; sql: Raw; close: () => Promise<void> };

export function connectBench(url: string): Bench {
  const { sql, db } = connect({ role: "zs_app", max: 6, name: "bench", url, statementMs: 60_000 });
  installReactions(REACTIONS, sql);
  const ctx: Ctx = { actor: { kind: "operator", name: "bench" }, db };
  return { ctx, db, sql, close: () => sql.end({ timeout: 3 }) };
}

const PARAGRAPH =
  "各有关单位要按照职责分工，细化任务措施，加强协调配合，确保各项工作落到实处、见到实效。";

/** Imports `count` drafts into a column; returns their resource ids. */
export async function importDrafts(
  bench: Bench,
  place: { site: string; column: string },
  count: number,
  as: "draft" | "published" = "draft",
): Promise<number[]> {
  const site = await getSiteByCode(bench.db, place.site);
  const column = site ? await getColumnByPath(bench.db, site.id, place.column) : null;
  if (!site || !column) throw new Error(`no column ${place.site}/${place.column}`);
  const target = {
    siteId: site.id,
    columnId: column.id,
    columnPath: column.path,
    as,
    isDryRun: false,
  };
  const batch = await openImport(bench.ctx, target, "bench");
  const stamp = `${place.site}-${process.hrtime.bigint()}`;
  const ids: number[] = [];
  for (let from = 0; from < count; from += 100) {
    const lines = Array.from({ length: Math.min(100, count - from) }, (_, at) => ({
      line: from + at + 1,
      value: {
        id: `bench-${stamp}-${from + at}`,
        type: "news",
        title: `待发布稿件${from + at}`,
        org: "省政府办公厅",
        date: null,
        body_html: `<p>${PARAGRAPH}</p>`.repeat(8),
      },
    }));
    const receipts = await importChunk(bench.ctx, batch, target, lines);
    ids.push(...receipts.map(({ resourceId }) => resourceId ?? 0));
  }
  await closeImport(bench.ctx, batch);
  return ids;
}

/** Opens a new edition of what is live and gives it this title; it still has to be released. */
export async function retitle(bench: Bench, resourceId: number, title: string): Promise<void> {
  const { editionId } = await openEdition(bench.ctx, resourceId);
  await bench.sql`update edition set title = ${title} where id = ${editionId}`;
}
