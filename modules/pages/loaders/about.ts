import "server-only";
import { wordsOf } from "#lib/i18n/words.ts";
import { withQuery } from "#lib/routing/address.ts";
import type { StatementName } from "#lib/routing/inner.ts";
import { LEAVE_PATH, leaveQuery, signLeave } from "#lib/routing/leave.ts";
import { STATEMENT_PATHS } from "#lib/routing/reserved.ts";
import type { Setting } from "#modules/pages/loaders/frame.ts";
import { frameOf } from "#modules/pages/loaders/frame.ts";
import { leaveKey } from "#modules/pages/loaders/leave.ts";
import type { LeaveView, StatementView } from "#themes/contract.ts";

/** Sections of each statement, and how many paragraphs each has; their words are i18n's. */
const SECTIONS: Record<StatementName, Record<string, number>> = {
  accessibility: { promise: 2, how: 4, known: 1, contact: 2 },
  privacy: { collect: 2, logs: 3, forms: 1, others: 2, contact: 1 },
};

export function statementView(setting: Setting, name: StatementName): StatementView {
  const { site, locale } = setting;
  const t = wordsOf(locale);
  const title = t(`statements.${name}.title`);
  const facts = {
    site: site.name,
    sponsor: site.sponsor,
    phone: site.phone,
    address: site.address,
  };
  const path = STATEMENT_PATHS[name];
  return {
    frame: frameOf(setting, {
      path,
      title,
      crumbs: [{ name: title, path }],
      meta: { column: null, article: null },
      tags: [],
    }),
    title,
    sections: Object.entries(SECTIONS[name]).map(([section, count]) => ({
      title: t(`statements.${name}.${section}.title`),
      paragraphs: Array.from({ length: count }, (_, at) =>
        t(`statements.${name}.${section}.${at + 1}`, facts),
      ),
    })),
  };
}

/** Not for search engines: it says nothing of its own. @rule GL-14.10 */
export function leaveView(setting: Setting, url: string): LeaveView {
  const title = wordsOf(setting.locale)("statements.leave.title");
  const frame = frameOf(setting, {
    path: LEAVE_PATH,
    title,
    crumbs: [{ name: title, path: LEAVE_PATH }],
    meta: { column: null, article: null },
    tags: [],
  });
  // Every address of this page carries the two words of its query.
  const query = leaveQuery({ url, signature: signLeave(url, leaveKey()) });
  const complete = <Link extends { href: string }>(link: Link): Link => ({
    ...link,
    href: withQuery(link.href, query),
  });
  return {
    frame: {
      ...frame,
      canonical: withQuery(frame.canonical, query),
      switchHref: withQuery(frame.switchHref, query),
      careOptions: frame.careOptions.map(complete),
      languages: frame.languages.map(complete),
      meta: [
        ...frame.meta.filter(({ name }) => name !== "Url"),
        { name: "robots", content: "noindex" },
      ],
    },
    host: new URL(url).host,
    url,
  };
}
