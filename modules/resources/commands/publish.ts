import "server-only";
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { EditionState } from "#db/enums/resources.ts";
import { edition, placement, resource, review, source } from "#db/schema/resources.ts";
import { inTransaction } from "#db/tx.ts";
import type { Result } from "#lib/errors.ts";
import { AppError } from "#lib/errors.ts";
import { parseDocument } from "#lib/richtext/schema.ts";
import { plainText } from "#lib/richtext/text.ts";
import type { Ctx } from "#modules/access/context.ts";
import { actorName } from "#modules/access/context.ts";
import { audit } from "#modules/audit/commands.ts";
import { touchTags } from "#modules/cachetags/commands.ts";
import { tags } from "#modules/cachetags/domain.ts";
import { listColumnPathsById } from "#modules/columns/queries.ts";
import { emit } from "#modules/jobs/commands.ts";
import {
  enterLists,
  listTags,
  lockPlacements,
  neighbourTags,
} from "#modules/resources/commands/listing.ts";
import type { ReleaseProblem } from "#modules/resources/domain.ts";
import {
  articlePath,
  pinnedHash,
  placesToOpen,
  releaseProblems,
} from "#modules/resources/domain.ts";
import { resourcePublished } from "#modules/resources/events.ts";
import { canPublish, canReleaseDirectly } from "#modules/resources/policy.ts";
import { typeSpec } from "#modules/resources/types/schema.ts";

const OPEN_STATES: EditionState[] = ["draft", "in_review", "returned", "approved"];

type OpenEdition = {
  id: number;
  state: EditionState;
  title: string;
  summary: string | null;
  hasText: boolean;
  hasSource: boolean;
  round: number;
  /** Hash of words and columns as they are now. */
  pin: Buffer;
  isAsApproved: boolean;
};

async function findOpenEdition(
  tx: Tx,
  resourceId: number,
  columnIds: readonly number[],
): Promise<OpenEdition | null> {
  const [row] = await tx
    .select({
      id: edition.id,
      state: edition.state,
      title: edition.title,
      summary: edition.summary,
      body: edition.body,
      source: source.name,
      round: edition.reviewRound,
      contentHash: edition.contentHash,
      approvedHash: edition.approvedHash,
    })
    .from(edition)
    .leftJoin(source, eq(source.id, edition.sourceId))
    .where(
      and(
        eq(edition.resourceId, resourceId),
        eq(edition.locale, "zh-CN"),
        inArray(edition.state, OPEN_STATES),
      ),
    )
    .orderBy(desc(edition.number))
    .limit(1);
  if (!row) return null;
  const pin = pinnedHash(row.contentHash, columnIds);
  const parsed = parseDocument(row.body);
  const hasText = parsed.ok && plainText(parsed.document).trim() !== "";
  return {
    id: row.id,
    state: row.state,
    title: row.title,
    summary: row.summary,
    hasText,
    hasSource: Boolean(row.source?.trim()),
    round: row.round,
    pin,
    isAsApproved: row.approvedHash?.equals(pin) ?? false,
  };
}

/** The edition supersedes the one before and every placement that follows the resource shows its title. */
async function releaseEdition(
  tx: Tx,
  ctx: Ctx,
  resourceId: number,
  open: OpenEdition,
): Promise<void> {
  await tx.insert(review).values({
    editionId: open.id,
    round: open.round,
    step: 0,
    act: "release",
    actor: actorName(ctx.actor),
    contentHash: open.pin,
  });
  await tx
    .update(edition)
    .set({ state: "superseded" })
    .where(and(eq(edition.resourceId, resourceId), eq(edition.state, "released")));
  await tx
    .update(edition)
    .set({ state: "released", releasedAt: sql`now()` })
    .where(eq(edition.id, open.id));
  await tx
    .update(resource)
    .set({
      releasedEditionId: open.id,
      firstPublishedAt: sql`coalesce(${resource.firstPublishedAt}, now())`,
    })
    .where(eq(resource.id, resourceId));
  await tx
    .update(placement)
    .set({ title: open.title, summary: open.summary })
    .where(
      and(eq(placement.resourceId, resourceId), inArray(placement.mode, ["original", "reference"])),
    );
}

type Locked = Awaited<ReturnType<typeof lockPlacements>>[number];

/** Puts the waiting placements live, at an address that never changes again. */
async function goLive(
  tx: Tx,
  resourceId: number,
  waiting: readonly Locked[],
): Promise<Map<number, string>> {
  const [clock] = await tx.execute<{ now: string }>(sql`select now()::text as now`);
  const now = new Date(String(clock?.now));
  const columnPaths = await listColumnPathsById(
    tx,
    waiting.map(({ columnId }) => columnId),
  );
  const paths = new Map<number, string>();
  for (const place of waiting) {
    const publishedAt = place.publishedAt ?? now;
    const path =
      place.path ?? articlePath(columnPaths.get(place.columnId) ?? "", publishedAt, resourceId);
    paths.set(place.placementId, path);
    await tx
      .update(placement)
      .set({ state: "live", path, publishedAt, withdrawnReason: null })
      .where(eq(placement.id, place.placementId));
  }
  await enterLists(
    tx,
    waiting.map((place) => ({
      ...place,
      publishedAt: (place.publishedAt ?? now).toISOString(),
    })),
  );
  return paths;
}

/**
 * Bringing a withdrawn item back needs no new text: what was released then is released still. Whoever asks for the next
 * words of what is archived does not get the old ones.
 */
function isReturn(
  { state, releasedEditionId }: Awaited<ReturnType<typeof lockReleasable>>,
  {
    open,
    waiting,
    asked,
  }: { open: unknown; waiting: readonly unknown[]; asked?: number | undefined },
): boolean {
  const isForOthers = state === "archived" && asked !== undefined && asked !== releasedEditionId;
  return !open && releasedEditionId !== null && waiting.length > 0 && !isForOthers;
}

async function lockReleasable(tx: Tx, resourceId: number) {
  const [found] = await tx
    .select({
      id: resource.id,
      type: resource.type,
      state: resource.state,
      releasedEditionId: resource.releasedEditionId,
    })
    .from(resource)
    .where(eq(resource.id, resourceId))
    .for("update");
  if (found?.state !== "active" && found?.state !== "archived")
    throw new AppError("NOT_FOUND", `resource ${resourceId}`);
  return found;
}

/**
 * Releases the open edition and puts every accepted placement live; a withdrawn one comes back at its
 * old address. Readers see it when the transaction commits.
 * @param editionId the one that somebody looks at: what is archived comes back with no other than it had
 * @throws NOT_FOUND, FORBIDDEN
 */
export async function publishResource(
  ctx: Ctx,
  { resourceId, editionId: asked }: { resourceId: number; editionId?: number },
): Promise<
  Result<{ editionId: number; places: { siteId: number; path: string }[] }, ReleaseProblem>
> {
  return await inTransaction(ctx.db, async (tx) => {
    const found = await lockReleasable(tx, resourceId);
    const placements = await lockPlacements(tx, resourceId);
    if (!canPublish(ctx.actor, placements)) throw new AppError("FORBIDDEN", "publish");

    const isArchived = found.state === "archived";
    const columnIds = placements.map(({ columnId }) => columnId);
    // New words wait until it is taken out of the archive; as it was it may come back.
    const open = isArchived ? null : await findOpenEdition(tx, resourceId, columnIds);
    const states = placements.map(({ state }) => state);
    const opening = placesToOpen(states, open !== null);
    const waiting = placements.filter(({ state }) => opening.includes(state));
    const problems = isReturn(found, { open, waiting, asked })
      ? []
      : releaseProblems(
          {
            isArchived,
            edition: open,
            needsBody: typeSpec(found.type).needsBody,
            placements: states,
          },
          { releaseDirectly: placements.every((place) => canReleaseDirectly(ctx.actor, place)) },
        );
    if (problems.length > 0) return { ok: false, problems };

    if (open) await releaseEdition(tx, ctx, resourceId, open);
    const newPaths = await goLive(tx, resourceId, waiting);
    const live = placements.filter(({ state }) => state === "live" || opening.includes(state));
    const places = live.map(({ placementId, siteId, columnId, path }) => ({
      placementId,
      siteId,
      columnId,
      path: newPaths.get(placementId) ?? path ?? "",
    }));
    const editionId = open?.id ?? Number(found.releasedEditionId);
    await audit(tx, ctx, {
      action: "resource.publish",
      subject: ["resource", resourceId],
      details: { editionId, places },
    });
    await emit(tx, resourcePublished, { resourceId, editionId, places });
    await touchTags(tx, "refresh", [
      tags.resource(resourceId),
      ...(await listTags(tx, live)),
      ...(await neighbourTags(tx, waiting)),
    ]);
    return { ok: true, value: { editionId, places } };
  });
}
