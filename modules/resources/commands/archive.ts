import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { ResourceState } from "#db/enums/resources.ts";
import { resource } from "#db/schema/resources.ts";
import { inTransaction } from "#db/tx.ts";
import type { Result } from "#lib/errors.ts";
import { AppError } from "#lib/errors.ts";
import type { Ctx } from "#modules/access/context.ts";
import { audit } from "#modules/audit/commands.ts";
import { touchTags } from "#modules/cachetags/commands.ts";
import { tags } from "#modules/cachetags/domain.ts";
import { emit } from "#modules/jobs/commands.ts";
import { lockPlacements } from "#modules/resources/commands/listing.ts";
import type { ArchiveProblem } from "#modules/resources/domain.ts";
import { archiveProblems } from "#modules/resources/domain.ts";
import { resourceArchived } from "#modules/resources/events.ts";
import { canArchive } from "#modules/resources/policy.ts";
import type { ArchiveInput } from "#modules/resources/schema.ts";

type Places = { siteId: number; path: string }[];

async function lockState(tx: Tx, resourceId: number): Promise<ResourceState> {
  const [found] = await tx
    .select({ state: resource.state })
    .from(resource)
    .where(eq(resource.id, resourceId))
    .for("update");
  if (!found) throw new AppError("NOT_FOUND", `resource ${resourceId}`);
  return found.state;
}

/** `archived` or back to `active`: the places, addresses and words stay, what the pages say of them changes. */
async function move(
  ctx: Ctx,
  to: "archived" | "active",
  { resourceId, reason }: ArchiveInput,
): Promise<Result<{ places: Places }, ArchiveProblem>> {
  return await inTransaction(ctx.db, async (tx) => {
    const state = await lockState(tx, resourceId);
    const all = await lockPlacements(tx, resourceId);
    const live = all.filter((place) => place.state === "live");
    if (!canArchive(ctx.actor, live.length > 0 ? live : all))
      throw new AppError("FORBIDDEN", "archive");
    const problems = archiveProblems({ state, to, isLive: live.length > 0 });
    if (problems.length > 0) return { ok: false, problems };

    await tx
      .update(resource)
      .set({ state: to, archivedAt: to === "archived" ? new Date() : null })
      .where(eq(resource.id, resourceId));
    const places = live.map(({ placementId, siteId, columnId, path }) => {
      return { placementId, siteId, columnId, path: path ?? "" };
    });
    await audit(tx, ctx, {
      action: to === "archived" ? "resource.archive" : "resource.unarchive",
      subject: ["resource", resourceId],
      details: { reason, places },
    });
    await emit(tx, resourceArchived, { resourceId, places });
    await touchTags(tx, "refresh", [tags.resource(resourceId)]);
    return { ok: true, value: { places } };
  });
}

/**
 * 归档: what is of value but no longer kept up stays where it is, and says so. Nobody edits it any more.
 * @throws NOT_FOUND, FORBIDDEN
 * @rule GL-3.7, GL-3.8
 */
export const archiveResource = (ctx: Ctx, input: ArchiveInput) => move(ctx, "archived", input);

/** 取消归档: it is kept up again. @throws NOT_FOUND, FORBIDDEN */
export const unarchiveResource = (ctx: Ctx, input: ArchiveInput) => move(ctx, "active", input);
