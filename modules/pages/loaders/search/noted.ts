/** What an answer says of itself to the gateway, which counts questions and what is opened (ADR 29). */
import "server-only";
import { isNarrowed } from "#modules/pages/loaders/search/conditions.ts";
import type { Found, Places } from "#modules/pages/loaders/search/find.ts";
import { hrefAt } from "#modules/pages/loaders/search/find.ts";
import type { Asked } from "#modules/search/domain/asked.ts";
import { SEARCH } from "#modules/search/domain/settings.ts";
import type { SearchAnswer } from "#modules/search/schema.ts";
import { keptText } from "#modules/searchlog/domain/question.ts";
import type { Noted } from "#modules/searchlog/schema.ts";

/** Links of one result that are told; a reader opens one of the first. */
const MOST_LINKS = 20;

/** `host/path` of a link of this page: as the gateway will see it asked for. */
function addressOf(href: string, host: string): string {
  const url = new URL(href, `http://${host}`);
  return `${url.hostname}${url.pathname}`;
}

function shownOf(places: Places, asked: Asked, { hits }: SearchAnswer): Noted["shown"] {
  const { primaryHost } = places.snapshot.sites[String(places.setting.site.id)] ?? {};
  if (!primaryHost) return [];
  const before = (asked.page - 1) * SEARCH.pageSize;
  return hits.flatMap((hit, at) => {
    const pages = [hit, ...hit.reprints].flatMap(
      ({ siteId, path }) => hrefAt(places, siteId, path) ?? [],
    );
    const files = hit.attachments.map(({ sha256, extension }) => `/files/${sha256}.${extension}`);
    const addresses = [...pages.slice(0, 1), ...files, ...pages.slice(1)]
      .slice(0, MOST_LINKS)
      .map((href) => addressOf(href, primaryHost));
    return [{ resourceId: hit.resourceId, place: before + at + 1, addresses }];
  });
}

/**
 * One word of letters, figures, - and _. Null when nothing can be said of the words: nothing was asked, time
 * has cut the answer short, or filters left nothing of it.
 * @param places of the page whose links may be opened; null for a program, which opens none of ours
 */
export function packNoted(asked: Asked, found: Found | null, places: Places | null): string | null {
  if (!found || found.answer.isPartial) return null;
  // What is found with words let go is a consolation, not an answer; nor is what holds some of them beside it.
  const isFull = found.answer.understood.relaxed.length === 0;
  const { total, whole } = found.counted;
  const hits = isFull ? (whole ?? total.count) : 0;
  if (hits === 0 && isNarrowed(asked)) return null;
  const noted: Noted = {
    text: keptText([asked.q, asked.documentNumber].filter(Boolean).join(" ")),
    scope: asked.scope,
    class: asked.class ?? "",
    hits,
    shown: places ? shownOf(places, asked, found.answer) : [],
  };
  return Buffer.from(JSON.stringify(noted)).toString("base64url");
}
