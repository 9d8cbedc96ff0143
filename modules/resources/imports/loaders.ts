import "server-only";
import type { DeskCtx } from "#modules/access/context.ts";
import { FATES } from "#modules/resources/domain.ts";
import type { SiteChoice } from "#modules/resources/drafts/loaders.ts";
import { loadSites } from "#modules/resources/drafts/loaders.ts";
import type { DeskReceipt, ReceiptStatus } from "#modules/resources/imports/queries.ts";
import { listDeskReceipts } from "#modules/resources/imports/queries.ts";
import { canSeeImports } from "#modules/resources/policy.ts";
import type { BatchRow } from "#modules/resources/queries/imports.ts";
import { listBatches } from "#modules/resources/queries/imports.ts";
import {
  countOldAddresses,
  listOldAddresses,
  placeOf,
} from "#modules/resources/queries/old-addresses.ts";

/** Rows on one screen. */
const PAGE = 50;
const MOST_WORDS = 200;
const STATUSES = ["imported", "merged", "refused"] as const satisfies ReceiptStatus[];

const numberOf = (word: string | undefined, most = 15): number | null =>
  word && /^[1-9]\d*$/.test(word) && word.length <= most ? Number(word) : null;

/** The site of the switcher among a person's sites; null when they may not see what was imported there. */
export function importSiteOf(
  { actor }: Pick<DeskCtx, "actor">,
  sites: readonly SiteChoice[],
  siteId: number | null,
): SiteChoice | null {
  const site = sites.find(({ id }) => id === siteId) ?? sites[0];
  return site && canSeeImports(actor, site.id) ? site : null;
}

export const loadImportSite = async (
  ctx: DeskCtx,
  siteId: number | null,
): Promise<SiteChoice | null> => importSiteOf(ctx, await loadSites(ctx), siteId);

export type BatchesQuery = { before?: string | undefined };

/** Batches of a site that `loadImportSite` gave, newest first. */
export async function loadBatches(ctx: DeskCtx, { id }: SiteChoice, { before }: BatchesQuery) {
  const filter = { siteId: id, before: numberOf(before), limit: PAGE + 1 };
  const rows = await listBatches(ctx.db, filter);
  const hasMore = rows.length > PAGE;
  return {
    rows: rows.slice(0, PAGE),
    nextBefore: hasMore ? (rows[PAGE - 1]?.id ?? null) : null,
  };
}

export type ReceiptsQuery = { status?: string | undefined; after?: string | undefined };

export type BatchScreen = {
  batch: BatchRow;
  site: SiteChoice;
  status: ReceiptStatus | null;
  receipts: DeskReceipt[];
  nextAfter: number | null;
};

/** One batch with its receipts, filtered as the address says; or in one word why not. */
export async function loadBatch(
  ctx: DeskCtx,
  word: string,
  query: ReceiptsQuery,
): Promise<BatchScreen | "NOT_FOUND" | "FORBIDDEN"> {
  const id = numberOf(word);
  const [batch] = id === null ? [] : await listBatches(ctx.db, { id, limit: 1 });
  if (!batch) return "NOT_FOUND";
  const site = (await loadSites(ctx)).find((choice) => choice.id === batch.siteId);
  if (!site || !canSeeImports(ctx.actor, batch.siteId)) return "FORBIDDEN";
  const status = STATUSES.find((known) => known === query.status) ?? null;
  const receipts = await listDeskReceipts(ctx.db, {
    batchId: batch.id,
    status,
    // Lines are four bytes wide: no more than nine digits.
    afterLine: numberOf(query.after, 9) ?? 0,
    limit: PAGE + 1,
  });
  return {
    batch,
    site,
    status,
    receipts: receipts.slice(0, PAGE),
    nextAfter: receipts.length > PAGE ? (receipts[PAGE - 1]?.line ?? null) : null,
  };
}

export type AddressesQuery = {
  fate?: string | undefined;
  words?: string | undefined;
  after?: string | undefined;
};

const textOf = (word: string | undefined): string | undefined =>
  typeof word === "string" ? word.replaceAll("\0", "") || undefined : undefined;

/** Old addresses of a site that `loadImportSite` gave, and how many met each fate. */
export async function loadOldAddresses(ctx: DeskCtx, { id }: SiteChoice, query: AddressesQuery) {
  const fate = FATES.find((known) => known === query.fate);
  const words = textOf(query.words)?.trim().slice(0, MOST_WORDS) || undefined;
  const filter = { fate, words, after: textOf(query.after), limit: PAGE + 1 };
  const [counts, rows] = await Promise.all([
    countOldAddresses(ctx.db, id),
    listOldAddresses(ctx.db, id, filter),
  ]);
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
  return {
    counts,
    fate: fate ?? null,
    words: words ?? "",
    rows: rows.slice(0, PAGE),
    nextAfter: last ? placeOf(last) : null,
  };
}
