/** Asks the index, and says of each hit where it is for this reader. */
import "server-only";
import { VALIDITIES } from "#db/enums/resources.ts";
import { env } from "#lib/env.ts";
import { hrefOf } from "#lib/routing/address.ts";
import { originOf } from "#lib/routing/decide.ts";
import type { Snapshot } from "#lib/routing/snapshot.ts";
import { validityView } from "#modules/pages/loaders/document-index.ts";
import { factView } from "#modules/pages/loaders/facts.ts";
import type { Setting } from "#modules/pages/loaders/frame.ts";
import { readPublic } from "#modules/pages/queries.ts";
import type { Asked } from "#modules/search/domain/asked.ts";
import { asksAnything } from "#modules/search/domain/asked.ts";
import { searchPublic } from "#modules/search/queries/public.ts";
import type { SearchAnswer, SearchHit, Understood } from "#modules/search/schema.ts";
import { listRelated } from "#modules/searchlog/queries/public.ts";
import type { FactView, HitView } from "#themes/contract.ts";

export type Found = {
  answer: SearchAnswer;
  counted: Pick<SearchAnswer, "total" | "facets" | "chosen"> & Pick<Understood, "whole">;
};

/** The answer, and the counts of the same words in all classes: a tab must not hide what others hold. */
export async function find(siteId: number, asked: Asked): Promise<Found | null> {
  if (!asksAnything(asked)) return null;
  const question = { ...asked, siteId };
  const [found, all, related] = await Promise.all([
    searchPublic(question),
    asked.class ? searchPublic({ ...question, class: null, page: 1 }) : null,
    readPublic((db) => listRelated(db, siteId, asked.q)),
  ]);
  const answer = { ...found, related };
  return {
    answer,
    counted: {
      ...answer,
      total: (all ?? answer).total,
      whole: (all ?? answer).understood.whole,
      facets: { ...answer.facets, ...(all ? { classes: all.facets.classes } : {}) },
    },
  };
}

export type Places = { setting: Setting; snapshot: Snapshot };

/** Where a placement is for this reader: here in language and form, elsewhere in the form alone. */
export function hrefAt({ setting, snapshot }: Places, siteId: number, path: string): string | null {
  const { site, locale, variant } = setting;
  if (siteId === site.id) return hrefOf(path, locale, variant);
  const other = snapshot.sites[String(siteId)];
  if (!other) return null;
  const origin = originOf(other.primaryHost, env.ZS_PUBLIC_PORT ?? null);
  const shared = other.locales.includes(locale) ? locale : "zh-CN";
  return `${origin}${hrefOf(path, shared, variant)}`;
}

/** 搜索即服务: the fields that are asked for, and who says so. @rule C42 */
function cardView({ setting }: Places, { card, organisation, siteName }: SearchHit): FactView[] {
  if (!card) return [];
  const source = { field: "source", value: organisation ?? siteName };
  return [
    ...card.fields.map((field) => factView(setting, card.type, field)),
    factView(setting, card.type, source),
  ];
}

/** `nameOf`: a class in the site's words. */
export function hitView(
  places: Places,
  hit: SearchHit,
  nameOf: (one: SearchHit["class"]) => string,
): HitView | null {
  const { setting } = places;
  const { convert } = setting;
  const href = hrefAt(places, hit.siteId, hit.path);
  if (href === null) return null;
  const runs = (all: SearchHit["title"]) =>
    all.map(({ text, isHit }) => ({ text: convert(text), isHit }));
  const state = VALIDITIES.find((known) => known === hit.validity);
  const isPaper = hit.class === "policy" && state !== undefined && state !== "current";
  const isElsewhere = hit.siteId !== setting.site.id;
  const from = [hit.card ? null : hit.organisation, isElsewhere ? hit.siteName : null];
  return {
    href,
    title: runs(hit.title),
    snippet: runs(hit.snippet),
    isBestBet: hit.isBestBet,
    isArchived: hit.isArchived,
    className: nameOf(hit.class),
    snippetFile: hit.snippetFile && convert(hit.snippetFile),
    from: [...new Set(from.filter((name) => name !== null))].map(convert),
    publishedAt: hit.publishedAt.toISOString(),
    documentNumber: hit.documentNumber && convert(hit.documentNumber),
    validity: isPaper ? validityView(setting, state) : null,
    place: isElsewhere ? hit.place.map(convert) : [],
    card: cardView(places, hit),
    attachments: hit.attachments.map(({ name, sha256, ...file }) => ({
      title: convert(name),
      href: `/files/${sha256}.${file.extension}`,
      ...file,
    })),
    reprints: hit.reprints.flatMap(({ siteId, siteName, path }) => {
      const at = hrefAt(places, siteId, path);
      return at === null ? [] : [{ name: convert(siteName), href: at }];
    }),
  };
}
