/** What benches need of content: drafts to publish, new editions of what is live. */
import type { Db, Raw } from "#db/client.ts";
import { connect } from "#db/client.ts";
import type { Ctx } from "#modules/access/context.ts";
import { getColumnByPath } from "#modules/columns/queries.ts";
import { installReactions } from "#modules/jobs/commands.ts";
import { REACTIONS } from "#modules/reactions.ts";
import { closeImport, importChunk, openImport } from "#modules/resources/commands/import.ts";
import { publishResource } from "#modules/resources/commands/publish.ts";
import { openEdition } from "#modules/resources/drafts/commands/save.ts";
import { getSiteByCode } from "#modules/sites/queries/registry.ts";

export type Bench = {
  ctx: Ctx;
  db: Db;
  sql: Raw;
  /** A connection with the rights of the login itself, to be ended by who asked for it. */
  asOwner: () => Raw;
  close: () => Promise<void>;
};

export function connectBench(url: string): Bench {
  const { sql, db } = connect({ role: "zs_app", max: 6, name: "bench", url, statementMs: 60_000 });
  installReactions(REACTIONS, sql);
  const ctx: Ctx = { actor: { kind: "operator", name: "bench" }, db };
  return {
    ctx,
    db,
    sql,
    asOwner: () => connect({ role: "owner", max: 1, name: "bench-owner", url }).sql,
    close: () => sql.end({ timeout: 3 }),
  };
}

const PARAGRAPH =
  "各有关单位要按照职责分工，细化任务措施，加强协调配合，确保各项工作落到实处、见到实效。";

export type Place = { site: string; column: string };
type Wanted = {
  count: number;
  as?: "draft" | "published";
  titleOf?: (at: number) => string;
  /** The same name and number is the same record: again elsewhere, it is placed there too. */
  name?: string;
};

/** Imports articles into a column; returns their resource ids. */
export async function importArticles(
  bench: Bench,
  place: Place,
  { count, as = "draft", titleOf = (at) => `待发布稿件${at}`, name }: Wanted,
): Promise<number[]> {
  const site = await getSiteByCode(bench.db, place.site);
  const column = site ? await getColumnByPath(bench.db, site.id, place.column) : null;
  if (!site || !column) throw new Error(`no column ${place.site}/${place.column}`);
  const where = { siteId: site.id, columnId: column.id, columnPath: column.path };
  const target = { ...where, as, isDryRun: false };
  const batch = await openImport(bench.ctx, target, "bench");
  const stamp = name ?? `${place.site}-${process.hrtime.bigint()}`;
  const ids: number[] = [];
  for (let from = 0; from < count; from += 100) {
    const lines = Array.from({ length: Math.min(100, count - from) }, (_, at) => ({
      line: from + at + 1,
      value: {
        id: `bench-${stamp}-${from + at}`,
        type: "news",
        title: titleOf(from + at),
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

/** Gives the open draft this title, or a new edition of what is live; it still has to be released. */
export async function retitle(bench: Bench, resourceId: number, title: string): Promise<void> {
  const { editionId } = await openEdition(bench.ctx, resourceId);
  // Not `saveDraft`: the title is all that matters here.
  await bench.sql`update edition set title = ${title} where id = ${editionId}`;
}

/** Releases the open edition; returns the address of its first place. @throws when it may not go live */
export async function publish(bench: Bench, resourceId: number): Promise<string> {
  const published = await publishResource(bench.ctx, { resourceId });
  if (!published.ok) throw new Error(published.problems.join());
  return published.value.places[0]?.path ?? "";
}
