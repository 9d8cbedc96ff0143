import "server-only";
import { eq, inArray } from "drizzle-orm";
import { placement, resource } from "#db/schema/resources.ts";
import { inTransaction } from "#db/tx.ts";
import type { Result } from "#lib/errors.ts";
import { AppError } from "#lib/errors.ts";
import type { Ctx } from "#modules/access/context.ts";
import { audit } from "#modules/audit/commands.ts";
import { touchTags } from "#modules/cachetags/commands.ts";
import { tags } from "#modules/cachetags/domain.ts";
import { emit } from "#modules/jobs/commands.ts";
import {
  leaveLists,
  listTags,
  lockPlacements,
  neighbourTags,
} from "#modules/resources/commands/listing.ts";
import { resourceWithdrawn } from "#modules/resources/events.ts";
import { canWithdraw } from "#modules/resources/policy.ts";
import type { WithdrawInput } from "#modules/resources/schema.ts";

/**
 * Takes a resource away from every site, or from one. Its addresses answer 410 from the commit on;
 * kept pages of it are dropped, not refreshed: they may never be served again.
 * @throws NOT_FOUND, FORBIDDEN
 */
export async function withdrawResource(
  ctx: Ctx,
  { resourceId, reason, siteId }: WithdrawInput,
): Promise<Result<{ places: { siteId: number; path: string }[] }, "nothing-live">> {
  return await inTransaction(ctx.db, async (tx) => {
    const [found] = await tx
      .select({ id: resource.id })
      .from(resource)
      .where(eq(resource.id, resourceId))
      .for("update");
    if (!found) throw new AppError("NOT_FOUND", `resource ${resourceId}`);
    const all = await lockPlacements(tx, resourceId);
    const live = all.filter(
      (place) => place.state === "live" && (siteId === undefined || place.siteId === siteId),
    );
    // Where nothing is live, strangers are told no more than that they may not.
    if (!canWithdraw(ctx.actor, live.length > 0 ? live : all))
      throw new AppError("FORBIDDEN", "withdraw");
    if (live.length === 0) return { ok: false, problems: ["nothing-live"] };

    const beside = await neighbourTags(tx, live);
    const lists = await listTags(tx, live);
    const placementIds = live.map(({ placementId }) => placementId);
    await tx
      .update(placement)
      .set({ state: "withdrawn", withdrawnReason: reason })
      .where(inArray(placement.id, placementIds));
    await leaveLists(tx, placementIds);
    const places = live.map(({ placementId, columnId, path, ...place }) => ({
      placementId,
      siteId: place.siteId,
      columnId,
      path: path ?? "",
    }));
    await audit(tx, ctx, {
      action: "resource.withdraw",
      subject: ["resource", resourceId],
      details: { reason, places, everywhere: siteId === undefined },
      ...(siteId === undefined ? {} : { siteId }),
    });
    await emit(tx, resourceWithdrawn, { resourceId, places });
    await touchTags(tx, "refresh", [...lists, ...beside]);
    await touchTags(tx, "drop", [tags.resource(resourceId)]);
    return { ok: true, value: { places } };
  });
}
