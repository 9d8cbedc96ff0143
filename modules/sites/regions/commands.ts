import "server-only";
import { ne, sql } from "drizzle-orm";
import { region } from "#db/schema/sites.ts";
import { inTransaction } from "#db/tx.ts";
import { AppError } from "#lib/errors.ts";
import type { Ctx } from "#modules/access/context.ts";
import { audit } from "#modules/audit/commands.ts";
import { canOpenSite } from "#modules/sites/policy.ts";
import type { RegionNames } from "#modules/sites/regions/schema.ts";

/**
 * Gives regions their names; others stay as they are, and the same names again change nothing.
 * Results, the only pages that show them, are drawn for each reader, so no tag is touched.
 * @param onlyNew leaves names alone that are there: those that ship do not undo an operator's
 * @throws FORBIDDEN
 */
export async function nameRegions(
  ctx: Ctx,
  names: RegionNames,
  { onlyNew = false }: { onlyNew?: boolean } = {},
): Promise<{ changed: number }> {
  if (!canOpenSite(ctx.actor)) throw new AppError("FORBIDDEN", "site.open");
  const rows = Object.entries(names).map(([code, name]) => ({ code, name }));
  if (rows.length === 0) return { changed: 0 };
  return await inTransaction(ctx.db, async (tx) => {
    const changed = await tx
      .insert(region)
      .values(rows)
      .onConflictDoUpdate({
        target: region.code,
        set: { name: sql`excluded.name` },
        setWhere: onlyNew ? sql`false` : ne(region.name, sql`excluded.name`),
      })
      .returning({ code: region.code });
    if (changed.length === 0) return { changed: 0 };
    await audit(tx, ctx, {
      action: "regions.name",
      subject: ["regions", changed.length],
      details: { codes: changed.slice(0, 100).map(({ code }) => code) },
    });
    return { changed: changed.length };
  });
}
