import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { siteColumn } from "#db/schema/columns.ts";
import { inTransaction } from "#db/tx.ts";
import { AppError } from "#lib/errors.ts";
import type { Ctx } from "#modules/access/context.ts";
import { can } from "#modules/access/policy.ts";
import { audit } from "#modules/audit/commands.ts";
import { columnProblems, flatten } from "#modules/columns/domain.ts";
import type { ColumnSpec, ReviewStepsInput } from "#modules/columns/schema.ts";

/**
 * Makes or updates the columns of a template on a site, by path, inside the caller's act. Columns
 * that the template does not name stay: they may hold content.
 * @throws FORBIDDEN; INVALID when the tree cannot be a site's columns
 */
export async function applyColumns(
  tx: Tx,
  ctx: Ctx,
  {
    siteId,
    columns,
    names,
  }: { siteId: number; columns: readonly ColumnSpec[]; names: Readonly<Record<string, string>> },
): Promise<void> {
  if (!can(ctx.actor, "column.manage", { siteId }))
    throw new AppError("FORBIDDEN", "column.manage");
  const flat = flatten(columns);
  const problems = columnProblems(flat);
  if (problems.length > 0) throw new AppError("INVALID", JSON.stringify(problems));
  const ids = new Map<string, number>();
  for (const { spec, parentPath } of flat) {
    const values = {
      parentId: parentPath === null ? null : (ids.get(parentPath) ?? null),
      name: names[spec.path] ?? spec.name,
      description: spec.description,
      keywords: spec.keywords,
      columnType: spec.columnType,
      resourceType: spec.type,
      template: spec.template,
      freshnessClass: spec.freshness,
      rhythm: spec.rhythm,
      position: spec.position,
      isBlankAllowed: spec.isBlankAllowed,
      ...(spec.reviewSteps === undefined ? {} : { reviewSteps: spec.reviewSteps }),
    };
    const [row] = await tx
      .insert(siteColumn)
      .values({ siteId, path: spec.path, ...values })
      .onConflictDoUpdate({ target: [siteColumn.siteId, siteColumn.path], set: values })
      .returning({ id: siteColumn.id });
    if (row) ids.set(spec.path, row.id);
  }
}

/**
 * Says how many people must agree before something is released in a column. Holds for what is in
 * review too: a piece that has had its one agreement waits for a second.
 * @throws FORBIDDEN, NOT_FOUND
 */
export async function setReviewSteps(
  ctx: Ctx,
  { siteId, path, steps }: ReviewStepsInput,
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const [column] = await tx
      .select({ id: siteColumn.id, before: siteColumn.reviewSteps })
      .from(siteColumn)
      .where(and(eq(siteColumn.siteId, siteId), eq(siteColumn.path, path)))
      .for("update");
    if (!can(ctx.actor, "column.manage", { siteId, ...(column && { columnId: column.id }) }))
      throw new AppError("FORBIDDEN", "column.manage");
    if (!column) throw new AppError("NOT_FOUND", `column ${path}`);
    if (column.before === steps) return;
    await tx.update(siteColumn).set({ reviewSteps: steps }).where(eq(siteColumn.id, column.id));
    await audit(tx, ctx, {
      action: "column.review-steps",
      subject: ["column", column.id],
      siteId,
      details: { path, from: column.before, to: steps },
    });
  });
}
