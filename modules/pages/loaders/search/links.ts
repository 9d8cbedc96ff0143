/** Every choice of the result page is the same question with one thing changed. */
import "server-only";
import { hrefOf, withQuery } from "#lib/routing/address.ts";
import { LIST_MARK, SEARCH_PATH } from "#lib/routing/search.ts";
import type { Setting } from "#modules/pages/loaders/frame.ts";
import type { Asked } from "#modules/search/domain/asked.ts";
import { readAsked, writeAsked } from "#modules/search/domain/asked.ts";
import type { Count } from "#modules/search/schema.ts";
import type { ChoiceView, LinkView } from "#themes/contract.ts";

/** Who reads: in which language, form and script. */
export type Reader = Pick<Setting, "locale" | "variant" | "convert">;

/** `1000+` where counting stopped. */
export const countWords = ({ count, isExact }: Count): string => `${count}${isExact ? "" : "+"}`;

/** The result page of a question, in the reader's language and form. */
export function hrefOfAsked({ locale, variant }: Reader, asked: Asked): string {
  const href = hrefOf(SEARCH_PATH, locale, variant);
  const query = writeAsked(asked).toString();
  return query === "" ? href : withQuery(href, query);
}

/** The question with a change, from its first page. */
export function changedTo(
  reader: Reader,
  asked: Asked,
  name: string,
  change: Partial<Asked>,
): LinkView {
  return { name, href: hrefOfAsked(reader, { ...asked, page: 1, ...change }) };
}

/** Words that we offer, each asked anew; marked, so that our own offer is not counted as a wish (ADR 29). */
export const wordLinks = (
  setting: Setting,
  scope: Asked["scope"],
  words: readonly string[],
): LinkView[] =>
  words.map((q) => ({
    name: setting.convert(q),
    href: withQuery(
      hrefOfAsked(setting, readAsked(new URLSearchParams({ q, scope })).asked),
      `${LIST_MARK}=list`,
    ),
  }));

/** The same, marked when the question is so already. */
export function choice(
  setting: Setting,
  asked: Asked,
  { name, change, count = null }: { name: string; change: Partial<Asked>; count?: Count | null },
): ChoiceView {
  const keys = Object.keys(change) as (keyof Asked)[];
  return {
    ...changedTo(setting, asked, name, change),
    isCurrent: keys.every((key) => asked[key] === change[key]),
    count: count ? countWords(count) : null,
  };
}
