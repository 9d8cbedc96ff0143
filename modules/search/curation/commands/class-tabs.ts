import "server-only";
import { asc, eq, sql } from "drizzle-orm";
import { searchClassTab } from "#db/schema/search.ts";
import { inTransaction } from "#db/tx.ts";
import { AppError } from "#lib/errors.ts";
import type { Ctx } from "#modules/access/context.ts";
import { audit } from "#modules/audit/commands.ts";
import type { ClassTabsInput } from "#modules/search/curation/schema.ts";
import { canCurateSearch } from "#modules/search/policy.ts";

/** Which kinds of results the site shows, in this order and by these names; none: as usual. @throws FORBIDDEN */
export async function saveClassTabs(ctx: Ctx, { siteId, tabs }: ClassTabsInput): Promise<void> {
  if (!canCurateSearch(ctx.actor, siteId)) throw new AppError("FORBIDDEN", "search.manage");
  await inTransaction(ctx.db, async (tx) => {
    // Two editors at the same moment: one after the other.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('search.class-tabs'))`);
    const before = await tx
      .select({ class: searchClassTab.class, name: searchClassTab.name })
      .from(searchClassTab)
      .where(eq(searchClassTab.siteId, siteId))
      .orderBy(asc(searchClassTab.position));
    await tx.delete(searchClassTab).where(eq(searchClassTab.siteId, siteId));
    if (tabs.length > 0)
      await tx
        .insert(searchClassTab)
        .values(tabs.map((tab, position) => ({ ...tab, siteId, position })));
    await audit(tx, ctx, {
      action: "search.class-tabs",
      subject: ["site", siteId],
      siteId,
      details: { tabs, before },
    });
  });
}
