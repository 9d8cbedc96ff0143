/** States, moves and rules of the information resource base (先入库，后使用). Values in, values out. */
import { createHash } from "node:crypto";
import type { EditionState, PlacementState, ResourceState } from "#db/enums/resources.ts";
import { formatDay } from "#lib/format/moment.ts";

export const RESOURCE_MOVES: Record<ResourceState, readonly ResourceState[]> = {
  active: ["archived", "deleted"],
  archived: ["active", "deleted"],
  deleted: ["active", "destroyed"],
  destroyed: [],
};

/**
 * `draft → released` is the direct release of an operator's import; people's drafts pass review.
 * A released edition is never edited: a new one is opened beside it and supersedes it.
 */
export const EDITION_MOVES: Record<EditionState, readonly EditionState[]> = {
  draft: ["in_review", "released"],
  in_review: ["returned", "approved", "draft"],
  returned: ["draft"],
  approved: ["released", "draft"],
  released: ["superseded"],
  superseded: [],
};

export const PLACEMENT_MOVES: Record<PlacementState, readonly PlacementState[]> = {
  requested: ["accepted", "refused"],
  accepted: ["scheduled", "live"],
  refused: [],
  scheduled: ["live", "accepted"],
  live: ["withdrawn", "expired", "moved"],
  withdrawn: ["live"],
  expired: ["live"],
  moved: [],
};

/** Placements that a release puts live, in any case of the table above. */
export const becomesLive = (state: PlacementState): boolean =>
  state !== "live" && PLACEMENT_MOVES[state].includes("live");

/**
 * Which waiting placements a release opens. New words open new places only: a place that was
 * withdrawn on purpose comes back by being published again as it is, or when it is all there is.
 */
export function placesToOpen(
  states: readonly PlacementState[],
  hasNewWords: boolean,
): PlacementState[] {
  const fresh: PlacementState[] = ["accepted", "scheduled"];
  const isShown = states.some((state) => state === "live" || fresh.includes(state));
  return hasNewWords && isShown ? fresh : [...fresh, "withdrawn", "expired"];
}

export type ArchiveProblem = "archived-already" | "not-archived" | "not-in-use" | "nothing-live";

/** Only what readers can see is archived: of a draft there is nothing to keep for them. */
export function archiveProblems({
  state,
  to,
  isLive,
}: {
  state: ResourceState;
  to: "archived" | "active";
  isLive: boolean;
}): ArchiveProblem[] {
  if (state === to) return [to === "archived" ? "archived-already" : "not-archived"];
  if (state !== "active" && state !== "archived") return ["not-in-use"];
  return to === "archived" && !isLive ? ["nothing-live"] : [];
}

export type ReleaseProblem =
  | "archived"
  | "nothing-to-release"
  | "not-approved"
  | "changed-since-approval"
  | "title-missing"
  | "body-missing"
  | "source-missing"
  | "placement-missing";

export type Releasable = {
  /** What is archived is not given new words. */
  isArchived: boolean;
  edition: {
    state: EditionState;
    title: string;
    hasText: boolean;
    hasSource: boolean;
    /** Of an approved one: words and columns are those that were agreed to. */
    isAsApproved?: boolean;
  } | null;
  needsBody: boolean;
  placements: readonly PlacementState[];
};

/**
 * Every reason the edition may not be released, so that the whole list is seen at once. Empty means go.
 * @rule GL-13.7 every article states its source
 */
export function releaseProblems(
  { isArchived, edition, needsBody, placements }: Releasable,
  may: { releaseDirectly: boolean },
): ReleaseProblem[] {
  if (isArchived) return ["archived"];
  if (!edition) return ["nothing-to-release"];
  const problems: ReleaseProblem[] = [];
  const isDirect = edition.state === "draft" && may.releaseDirectly;
  if (!isDirect && edition.state !== "approved") problems.push("not-approved");
  if (edition.state === "approved" && edition.isAsApproved === false)
    problems.push("changed-since-approval");
  if (edition.title.trim() === "") problems.push("title-missing");
  if (needsBody && !edition.hasText) problems.push("body-missing");
  if (!edition.hasSource) problems.push("source-missing");
  if (!placements.some((state) => state === "live" || becomesLive(state)))
    problems.push("placement-missing");
  return problems;
}

/** `/zwgk/tzgg/202611/123.html`: frozen on the placement at its first publication. @rule GL-14.9 */
export function articlePath(columnPath: string, publishedAt: Date, resourceId: number): string {
  const [year, month] = formatDay(publishedAt).split("-");
  return `/${columnPath}/${year}${month}/${resourceId}.html`;
}

/** `2024-08-22` is midnight in Asia/Shanghai; null when the source gives no date. */
export function publicationMoment(date: string | null | undefined): Date | null {
  if (!date) return null;
  return new Date(date.length === 10 ? `${date}T00:00:00+08:00` : date);
}

export type HashedContent = {
  title: string;
  subtitle: string | null;
  summary: string | null;
  author: string | null;
  source: string | null;
  body: unknown;
  metadata: Record<string, unknown>;
  attachments: readonly { sha256: string; role: string; position: number; title: string }[];
};

/** Keys of objects in one order, so that the same content has the same hash after a round through jsonb. */
function ordered(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isOrdered(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value)) return value.every(isOrdered);
  let before = "";
  for (const key in value) {
    // safe because it is one of its keys
    if (key < before || !isOrdered(value[key as keyof typeof value])) return false;
    before = key;
  }
  return true;
}

/** JSON with the keys of objects in one order. What `fromHtml` made has them so: no copy is made of it. */
export const canonicalJson = (value: unknown): string =>
  isOrdered(value) ? JSON.stringify(value) : JSON.stringify(value, ordered);

export function contentHash(content: HashedContent): Buffer {
  const { attachments, author, body, metadata, source, subtitle, summary, title } = content;
  // Piece by piece: joined, a long body would be in memory once more.
  return createHash("sha256")
    .update(
      `{"attachments":${canonicalJson(attachments)},"author":${canonicalJson(author)},"body":`,
    )
    .update(canonicalJson(body))
    .update(`,"metadata":${canonicalJson(metadata)},"source":${canonicalJson(source)}`)
    .update(`,"subtitle":${canonicalJson(subtitle)},"summary":${canonicalJson(summary)}`)
    .update(`,"title":${canonicalJson(title)}}`)
    .digest();
}

/** States in which words may be changed; saving a returned piece makes it a draft again. */
export const isEditable = (state: EditionState): boolean =>
  state === "draft" || state === "returned";

export type DraftFacts = { title: string; hasText: boolean; hasSource: boolean };
export type SubmitProblem = "title-missing" | "body-missing" | "source-missing";

/** Every reason a draft may not go to review. @rule GL-13.7 */
export function submitProblems({ title, hasText, hasSource }: DraftFacts): SubmitProblem[] {
  const problems: SubmitProblem[] = [];
  if (title.trim() === "") problems.push("title-missing");
  if (!hasText) problems.push("body-missing");
  if (!hasSource) problems.push("source-missing");
  return problems;
}

/** What an approval agrees to: these words, in these columns. */
export function pinnedHash(content: Buffer, columnIds: readonly number[]): Buffer {
  const columns = [...new Set(columnIds)].sort((a, b) => a - b);
  return createHash("sha256").update(content).update(JSON.stringify(columns)).digest();
}

/** What became of an address of the site before this one. */
export const FATES = ["moved", "archived", "gone", "missing"] as const;
export type Fate = (typeof FATES)[number];

export type BatchState = "running" | "interrupted" | "finished";

/** A batch stands still when its process was stopped; the same command takes it up again. */
export function batchState(finishedAt: Date | null, interruptedAt: Date | null): BatchState {
  if (finishedAt) return "finished";
  return interruptedAt ? "interrupted" : "running";
}

/** How many of a hundred old addresses have a known fate; rounded down, so that 100 means all. */
export function coveredPercent(counts: Record<Fate, number>): string {
  const total = FATES.reduce((sum, fate) => sum + counts[fate], 0);
  const covered = total - counts.missing;
  return total === 0 ? "100" : String(Math.floor((covered / total) * 1_000) / 10);
}
