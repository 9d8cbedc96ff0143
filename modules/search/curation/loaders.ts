import "server-only";
import { AppError } from "#lib/errors.ts";
import { formatDay } from "#lib/format/moment.ts";
import { LOCALES } from "#lib/i18n/locales.ts";
import { parseAddress } from "#lib/routing/address.ts";
import type { DeskCtx } from "#modules/access/context.ts";
import type { BestBetState } from "#modules/search/curation/domain.ts";
import { stateOn, writeProtected, writeSynonyms } from "#modules/search/curation/domain.ts";
import type { BestBetRow, Chosen } from "#modules/search/curation/queries/best-bets.ts";
import { listBestBetRows, listByAddress } from "#modules/search/curation/queries/best-bets.ts";
import {
  countWords,
  listAllProtected,
  listAllSynonyms,
  listProtectedRows,
  listSynonymRows,
} from "#modules/search/curation/queries/words.ts";
import type { CandidateInput } from "#modules/search/curation/schema.ts";
import { plainly } from "#modules/search/domain/asked.ts";
import { CURATION } from "#modules/search/domain/settings.ts";
import { canCurateSearch, canManageSearch } from "#modules/search/policy.ts";
import { findClassTabs } from "#modules/search/queries/class-tabs.ts";
import { searchPublic } from "#modules/search/queries/public.ts";

export type DeskSite = { id: number; name: string; origin: string };

/** The site of the switcher among a person's sites; null when they manage nothing of its search. */
export function curatedSiteOf(
  { actor }: Pick<DeskCtx, "actor">,
  sites: readonly DeskSite[],
  siteId: number | null,
): DeskSite | null {
  const site = sites.find(({ id }) => id === siteId) ?? sites[0];
  return site && canCurateSearch(actor, site.id) ? site : null;
}

/** Words are one list for the whole group: whoever manages the group's search. */
export const managesWords = ({ actor }: Pick<DeskCtx, "actor">): boolean => canManageSearch(actor);

export type WordsQuery = { words?: string | undefined; after?: string | undefined };
export type BestBetsQuery = { words?: string | undefined; before?: string | undefined };

/** A word of an address is repeated by who tampers with it: then it says nothing. */
function textOf(word: unknown): string | null {
  if (typeof word !== "string") return null;
  const plain = word.replace(/\p{Cc}/gu, "").trim();
  return plain === "" ? null : [...plain].slice(0, CURATION.questionCharacters).join("");
}

const numberOf = (word: unknown): number | undefined =>
  typeof word === "string" && /^[1-9]\d{0,14}$/.test(word) ? Number(word) : undefined;

function pageOf<Row extends { word: string }>(rows: readonly Row[]) {
  const shown = rows.slice(0, CURATION.rows);
  return {
    rows: shown,
    nextAfter: rows.length > CURATION.rows ? (shown.at(-1)?.word ?? null) : null,
  };
}

function filterOf(ctx: DeskCtx, query: WordsQuery) {
  if (!managesWords(ctx)) throw new AppError("FORBIDDEN", "search.manage");
  const after = typeof query.after === "string" ? query.after.replace(/\p{Cc}/gu, "") : "";
  return { words: textOf(query.words), after: after || null, limit: CURATION.rows + 1 };
}

/** 同义词 as the address asks for them. @throws FORBIDDEN */
export async function loadSynonyms(ctx: DeskCtx, query: WordsQuery) {
  const filter = filterOf(ctx, query);
  const [rows, counts] = await Promise.all([listSynonymRows(ctx.db, filter), countWords(ctx.db)]);
  return { ...pageOf(rows), total: counts.synonyms, words: filter.words ?? "" };
}

/** 保护词 as the address asks for them. @throws FORBIDDEN */
export async function loadProtected(ctx: DeskCtx, query: WordsQuery) {
  const filter = filterOf(ctx, query);
  const [rows, counts] = await Promise.all([listProtectedRows(ctx.db, filter), countWords(ctx.db)]);
  return { ...pageOf(rows), total: counts.protected, words: filter.words ?? "" };
}

const asFile = (text: string) => ({
  bytes: Buffer.from(text, "utf8"),
  mediaType: "text/plain; charset=utf-8",
});

/** All synonyms in the format in which they are taken in. @throws FORBIDDEN */
export async function loadSynonymFile(ctx: DeskCtx) {
  if (!managesWords(ctx)) throw new AppError("FORBIDDEN", "search.manage");
  return asFile(writeSynonyms(await listAllSynonyms(ctx.db)));
}

/** @throws FORBIDDEN */
export async function loadProtectedFile(ctx: DeskCtx) {
  if (!managesWords(ctx)) throw new AppError("FORBIDDEN", "search.manage");
  return asFile(writeProtected(await listAllProtected(ctx.db)));
}

export type BestBetView = BestBetRow & { state: BestBetState };

const today = (): string => formatDay(new Date());

/** What stands first on a site that `curatedSiteOf` gave: its own rows and the group's, the newest first. */
export async function loadBestBets(ctx: DeskCtx, site: DeskSite, query: BestBetsQuery) {
  const words = textOf(query.words);
  const rows = await listBestBetRows(ctx.db, {
    siteId: site.id,
    words: words ?? undefined,
    before: numberOf(query.before),
    limit: CURATION.rows + 1,
  });
  const shown = rows.slice(0, CURATION.rows);
  return {
    rows: shown.map((row): BestBetView => ({ ...row, state: stateOn(today(), row) })),
    words: words ?? "",
    nextBefore: rows.length > CURATION.rows ? (shown.at(-1)?.id ?? null) : null,
  };
}

export type BestBetScreen = { row: BestBetRow | null; mayCurateGroup: boolean };

/** One row to be changed, or `new`; or in one word why not. */
export async function loadBestBet(
  ctx: DeskCtx,
  site: DeskSite,
  word: string,
): Promise<BestBetScreen | "NOT_FOUND" | "FORBIDDEN"> {
  const mayCurateGroup = canCurateSearch(ctx.actor, null);
  if (word === "new") return { row: null, mayCurateGroup };
  const id = numberOf(word);
  const [row] =
    id === undefined ? [] : await listBestBetRows(ctx.db, { siteId: site.id, id, limit: 1 });
  if (!row) return "NOT_FOUND";
  return canCurateSearch(ctx.actor, row.siteId) ? { row, mayCurateGroup } : "FORBIDDEN";
}

/** `https://www.example.gov.cn/care/zwdt/1.html` → its host and the page's path in any language and form. */
function addressIn(words: string): { host: string | null; path: string } | null {
  const isWhole = /^https?:\/\//i.test(words) && URL.canParse(words);
  if (!isWhole && !words.startsWith("/")) return null;
  const url = isWhole ? new URL(words) : null;
  const read = parseAddress(url ? url.pathname : words, LOCALES);
  return read.ok ? { host: url?.hostname ?? null, path: read.address.path } : null;
}

/** What may be recommended: live pages, found as citizens find them, or by their address. @throws FORBIDDEN, UNAVAILABLE */
export async function loadCandidates(
  ctx: DeskCtx,
  { siteId, words }: CandidateInput,
): Promise<Chosen[]> {
  if (!canCurateSearch(ctx.actor, siteId)) throw new AppError("FORBIDDEN", "search.manage");
  const address = addressIn(words);
  if (address)
    return await listByAddress(ctx.db, { ...address, siteId, limit: CURATION.candidates });
  const asked = plainly(words, siteId ?? 0, siteId === null ? "group" : "site");
  const { hits, isPartial } = await searchPublic(asked, { hasCounts: false });
  // "Nothing found" would be a lie: nobody had the time to look.
  if (isPartial && hits.length === 0) throw new AppError("UNAVAILABLE", "search");
  return hits.slice(0, CURATION.candidates).map((hit) => ({
    resourceId: hit.resourceId,
    title: hit.title.map(({ text }) => text).join(""),
    siteId: hit.siteId,
    path: hit.path,
  }));
}

/** The kinds of results as the site shows them; null: as usual. @throws FORBIDDEN */
export async function loadClassTabs(ctx: DeskCtx, site: DeskSite) {
  if (!canCurateSearch(ctx.actor, site.id)) throw new AppError("FORBIDDEN", "search.manage");
  return await findClassTabs(ctx.db, site.id);
}
