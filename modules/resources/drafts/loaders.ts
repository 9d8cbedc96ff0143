import "server-only";
import type { EditionState } from "#db/enums/resources.ts";
import { EDITION_STATES } from "#db/enums/resources.ts";
import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { formatMoment } from "#lib/format/moment.ts";
import { parseDocument } from "#lib/richtext/schema.ts";
import { plainText } from "#lib/richtext/text.ts";
import { originOf } from "#lib/routing/decide.ts";
import type { DeskCtx } from "#modules/access/context.ts";
import { actorName } from "#modules/access/context.ts";
import { reachesSite, scopeOf } from "#modules/access/policy.ts";
import { withAncestors } from "#modules/columns/domain.ts";
import { listDeskColumns } from "#modules/columns/queries.ts";
import { isEditable } from "#modules/resources/domain.ts";
import type { DeskFilter } from "#modules/resources/drafts/queries/desk-rows.ts";
import { countDeskRows, listDeskRows } from "#modules/resources/drafts/queries/desk-rows.ts";
import type { EditionDetail } from "#modules/resources/drafts/queries/edition.ts";
import { getEditionDetail } from "#modules/resources/drafts/queries/edition.ts";
import type { HistoryRow, Leftover } from "#modules/resources/drafts/queries/history.ts";
import { listHistory, listLeftovers } from "#modules/resources/drafts/queries/history.ts";
import type { Todo } from "#modules/resources/drafts/queries/todos.ts";
import { hasActedOn, listTodos } from "#modules/resources/drafts/queries/todos.ts";
import { canArchive, canEdit, canReview, canWithdraw } from "#modules/resources/policy.ts";
import { listSites } from "#modules/sites/queries/registry.ts";

/** Rows of the content list on one screen. */
const PAGE = 50;
const MOST_COUNTED = 1_000;

export type SiteChoice = { id: number; name: string; origin: string };

/** The sites this person has to do with, in the order of the group. */
export async function loadSites(ctx: DeskCtx): Promise<SiteChoice[]> {
  const sites = await listSites(ctx.db);
  return sites
    .filter(({ id }) => reachesSite(ctx.actor, id))
    .map(({ id, name, host }) => ({
      id,
      name,
      origin: originOf(host, env.ZS_PUBLIC_PORT ?? null),
    }));
}

export type Dashboard = { toReview: Todo[]; toRelease: Todo[]; returned: Todo[]; drafts: Todo[] };

/** What waits for this person over all their sites: only steps they can act on (C12). */
export async function loadDashboard(ctx: DeskCtx): Promise<Dashboard> {
  const me = actorName(ctx.actor);
  const [review, own] = await Promise.all([
    listTodos(ctx.db, scopeOf(ctx.actor, "resource.review"), ["in_review", "approved"], me),
    listTodos(ctx.db, scopeOf(ctx.actor, "resource.create"), ["draft", "returned"], me),
  ]);
  const mine = own.filter(({ createdBy }) => createdBy === me);
  const inState = (todos: Todo[], state: EditionState) =>
    todos.filter((todo) => todo.state === state);
  return {
    toReview: inState(review, "in_review").filter(({ isMine }) => !isMine),
    toRelease: inState(review, "approved"),
    returned: inState(mine, "returned"),
    drafts: inState(mine, "draft"),
  };
}

export type ContentQuery = {
  column?: string | undefined;
  state?: string | undefined;
  words?: string | undefined;
  before?: string | undefined;
};

const number = (word: string | undefined): number | undefined =>
  word && /^[1-9]\d{0,14}$/.test(word) ? Number(word) : undefined;

function readState(word: string | undefined): DeskFilter["state"] {
  if (word === "live" || word === "withdrawn") return word;
  return EDITION_STATES.find((state) => state === word);
}

/** Columns of a site that this person writes in, and those something stands in already. */
function columnsFor<Column extends { id: number; parentId: number | null }>(
  ctx: DeskCtx,
  siteId: number,
  columns: readonly Column[],
  places: readonly { columnId: number }[] = [],
): readonly Column[] {
  const scope = scopeOf(ctx.actor, "resource.create");
  const isWhole =
    scope.kind === "all" || (scope.kind === "sites" && scope.siteIds.includes(siteId));
  if (isWhole) return columns;
  const own = scope.kind === "sites" ? scope.columnIds : [];
  return withAncestors(columns, [...own, ...places.map(({ columnId }) => columnId)]);
}

/** The content of one site, filtered as the address says. */
export async function loadContent(ctx: DeskCtx, siteId: number, query: ContentQuery) {
  if (!reachesSite(ctx.actor, siteId)) throw new AppError("FORBIDDEN", "site");
  const columns = columnsFor(ctx, siteId, await listDeskColumns(ctx.db, siteId));
  const column = columns.find(({ id }) => id === number(query.column)) ?? null;
  const filter = {
    siteId,
    scope: scopeOf(ctx.actor, "resource.create"),
    columnId: column?.id,
    state: readState(query.state),
    words: query.words?.trim().slice(0, 100) || undefined,
  };
  const [rows, found] = await Promise.all([
    listDeskRows(ctx.db, { ...filter, before: number(query.before), limit: PAGE + 1 }),
    countDeskRows(ctx.db, { ...filter, limit: MOST_COUNTED + 1 }),
  ]);
  return {
    /** Beyond the bound nobody needs to know how many: it is said as "1000+". */
    count: found > MOST_COUNTED ? `${MOST_COUNTED}+` : String(found),
    columns,
    column,
    rows: rows.slice(0, PAGE),
    nextBefore: rows.length > PAGE ? (rows[PAGE - 1]?.placementId ?? null) : null,
    mayWrite: column !== null && canEdit(ctx.actor, [{ siteId, columnId: column.id }]),
  };
}

export type LeftoverView = Omit<Leftover, "body"> & { text: string };

/** The words of a leftover, for copying; formats are not worth keeping apart. */
function leftoverView({ body, ...rest }: Leftover): LeftoverView {
  const parsed = parseDocument(body);
  return { ...rest, text: parsed.ok ? plainText(parsed.document) : "" };
}

export type EditionScreen = {
  detail: EditionDetail;
  history: HistoryRow[];
  leftovers: LeftoverView[];
  columns: readonly { id: number; parentId: number | null; path: string; name: string }[];
  /** Addresses of live places. */
  addresses: string[];
  may: {
    edit: boolean;
    submit: boolean;
    recall: boolean;
    review: boolean;
    release: boolean;
    withdraw: boolean;
    archive: boolean;
    unarchive: boolean;
    open: boolean;
  };
  savedAt: string;
};

/** What the screen of the edition itself needs of it. */
export type EditionView = Omit<EditionScreen, "history" | "leftovers">;

/** What this person may do with it now. Of what is archived nothing is written or agreed to; it may still be withdrawn. */
function mayOf(
  { actor }: DeskCtx,
  { places, state, isArchived }: EditionDetail,
  { isOwn, hasActed }: { isOwn: boolean; hasActed: boolean },
): EditionScreen["may"] {
  const writes = canEdit(actor, places) && !isArchived;
  const reviews = canReview(actor, places) && !isArchived;
  const live = places.filter((place) => place.state === "live");
  const archives = canArchive(actor, live.length > 0 ? live : places);
  return {
    edit: writes && isEditable(state),
    submit: writes && isEditable(state),
    recall: writes && isOwn && state === "in_review",
    review: reviews && !hasActed && state === "in_review",
    release: reviews && state === "approved",
    withdraw: live.length > 0 && canWithdraw(actor, live),
    archive: archives && live.length > 0 && !isArchived,
    unarchive: archives && isArchived,
    open: writes && state === "released",
  };
}

/** One edition with everything that may be done to it by this person now. @throws NOT_FOUND, FORBIDDEN */
export async function loadEdition(ctx: DeskCtx, editionId: number): Promise<EditionScreen> {
  const detail = await getEditionDetail(ctx.db, editionId);
  if (!detail) throw new AppError("NOT_FOUND", `edition ${editionId}`);
  const { places } = detail;
  if (!canEdit(ctx.actor, places) && !canReview(ctx.actor, places))
    throw new AppError("FORBIDDEN", "edition");
  const siteId = places[0]?.siteId ?? 0;
  const [history, leftovers, columns, sites] = await Promise.all([
    listHistory(ctx.db, detail.resourceId),
    listLeftovers(ctx.db, editionId),
    listDeskColumns(ctx.db, siteId),
    listSites(ctx.db),
  ]);
  const hosts = new Map(sites.map(({ id, host }) => [id, host]));
  const live = places.filter((place) => place.state === "live");
  const me = actorName(ctx.actor);
  const isOwn = [detail.createdBy, detail.savedBy].includes(me);
  const hasActed = isOwn || (await hasActedOn(ctx.db, editionId, me));
  return {
    detail,
    history,
    leftovers: leftovers.map(leftoverView),
    columns: columnsFor(ctx, siteId, columns, places),
    addresses: live.map(
      (place) =>
        `${originOf(hosts.get(place.siteId) ?? "", env.ZS_PUBLIC_PORT ?? null)}${place.path}`,
    ),
    savedAt: formatMoment(detail.savedAt),
    may: mayOf(ctx, detail, { isOwn, hasActed }),
  };
}

/** The same, or in one word why not: for a page that says so. */
export async function loadEditionOrAbsence(
  ctx: DeskCtx,
  word: string,
): Promise<EditionScreen | "NOT_FOUND" | "FORBIDDEN"> {
  if (!/^[1-9]\d{0,14}$/.test(word)) return "NOT_FOUND";
  try {
    return await loadEdition(ctx, Number(word));
  } catch (error) {
    if (error instanceof AppError && (error.code === "NOT_FOUND" || error.code === "FORBIDDEN"))
      return error.code;
    throw error;
  }
}
