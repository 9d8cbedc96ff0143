import "server-only";
import { wordsOf } from "#lib/i18n/words.ts";
import type { DeskCtx } from "#modules/access/context.ts";
import { reachesSite, scopeOf } from "#modules/access/policy.ts";
import { listDeskColumns } from "#modules/columns/queries.ts";
import { PALETTE } from "#modules/palette/domain.ts";
import type { PaletteEntry } from "#modules/palette/schema.ts";
import type { DeskFilter, DeskRow } from "#modules/resources/drafts/queries/desk-rows.ts";
import { listDeskRows } from "#modules/resources/drafts/queries/desk-rows.ts";
import { canEdit } from "#modules/resources/policy.ts";
import { fold } from "#modules/search/domain/fold.ts";
import { typedSounds } from "#modules/search/domain/sound.ts";
import { listSites } from "#modules/sites/queries/registry.ts";

function entryOf(
  text: string,
  { kind, target, hint = "" }: Pick<PaletteEntry, "kind" | "target"> & { hint?: string },
): PaletteEntry {
  const folded = fold(text);
  return { kind, text, hint, target, folded, sounds: typedSounds(folded, PALETTE.soundCharacters) };
}

/** The screens this person has, as the frame of the desk lists them. */
export const screenEntries = (links: readonly { href: string; name: string }[]): PaletteEntry[] =>
  links.map(({ href, name }) => entryOf(name, { kind: "screen", target: { href } }));

const contentEntry = ({ editionId, title, columnName }: DeskRow): PaletteEntry =>
  entryOf(title, {
    kind: "content",
    target: { href: `/admin/content/${editionId}` },
    hint: columnName,
  });

async function findContent(
  ctx: DeskCtx,
  siteId: number,
  filter: Pick<DeskFilter, "limit" | "words" | "editionId">,
): Promise<PaletteEntry[]> {
  const scope = scopeOf(ctx.actor, "resource.create");
  const rows = await listDeskRows(ctx.db, { siteId, scope, ...filter });
  const titled = rows.filter(({ title }) => title.trim() !== "");
  // A piece in three columns is one piece.
  return [...new Map(titled.map((row) => [row.editionId, contentEntry(row)])).values()];
}

/** The sites this person has to do with, and which of them the desk shows: the first until one is chosen. */
async function sitesFor(ctx: DeskCtx, chosenId: number | null) {
  const sites = (await listSites(ctx.db)).filter(({ id }) => reachesSite(ctx.actor, id));
  return { sites, shownId: (sites.find(({ id }) => id === chosenId) ?? sites[0])?.id ?? null };
}

/** Sites to go to, columns to write in and the newest pieces of the site that is shown. */
export async function loadPalette(ctx: DeskCtx, chosenId: number | null): Promise<PaletteEntry[]> {
  const say = wordsOf("zh-CN");
  const { sites, shownId: siteId } = await sitesFor(ctx, chosenId);
  const others = sites
    .filter(({ id }) => id !== siteId)
    .map(({ id, name }) => entryOf(name, { kind: "site", target: { siteId: id } }));
  if (siteId === null) return others;
  const [columns, content] = await Promise.all([
    listDeskColumns(ctx.db, siteId),
    findContent(ctx, siteId, { limit: PALETTE.recent }),
  ]);
  const own = columns.filter(({ id }) => canEdit(ctx.actor, [{ siteId, columnId: id }]));
  const nameOf = new Map(columns.map(({ id, name }) => [id, name]));
  const places = own.flatMap(({ id, name, parentId }) => {
    const hint = nameOf.get(parentId ?? 0) ?? "";
    const write = entryOf(name, { kind: "write", target: { newIn: id }, hint });
    return [
      { ...write, text: say("palette.write-in", { name }) },
      entryOf(name, { kind: "column", target: { href: `/admin/content?column=${id}` }, hint }),
    ];
  });
  return [...places, ...content, ...others];
}

const EDITION_ID = /^[1-9]\d{0,14}$/;

/** Pieces of the site that is shown, however old: by words of the title, or by the number of an edition. */
export async function askPalette(
  ctx: DeskCtx,
  chosenId: number | null,
  words: string,
): Promise<PaletteEntry[]> {
  const { shownId: siteId } = await sitesFor(ctx, chosenId);
  if (siteId === null) return [];
  const limit = PALETTE.asked;
  const [byId, byWords] = await Promise.all([
    EDITION_ID.test(words) ? findContent(ctx, siteId, { limit, editionId: Number(words) }) : [],
    findContent(ctx, siteId, { limit, words }),
  ]);
  return [...byId, ...byWords].slice(0, limit);
}
