/** The files of a search that runs in the reader's browser, from a disk or a plain web server. @rule GL-3.8 KF-2.2 */
import { formatDay } from "#lib/format/moment.ts";
import { escapeHtml } from "#lib/richtext/render/escape.ts";
import { fold } from "#modules/search/domain/fold.ts";
import type { OfflineEntry } from "#modules/search/offline/schema.ts";

export type OfflineSite = {
  name: string;
  /** Before every path: an origin, or "" where the pages lie beside the search. */
  base: string;
  capturedAt: Date;
};

type Say = (key: string, values?: Record<string, string | number>) => string;

const STYLE = `body{margin:0 auto;max-width:56rem;padding:1rem 1.25rem 4rem;color:#1f1f1f;background:#fff;font:1.0625rem/1.75 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}
h1{font-size:1.5rem;line-height:1.4}h2{font-size:1.25rem}a{color:#9a1515}
.archived{margin:0;padding:.75rem 1rem;border-inline-start:4px solid #9a1515;background:#f5f5f5}
form{display:flex;gap:.75rem;flex-wrap:wrap;align-items:end}label{flex:1 1 100%}
input,button{min-height:2.75rem;box-sizing:border-box;border:1px solid #6b6b6b;padding:0 .75rem;font:inherit;color:inherit;background:#fff}
input{flex:1 1 14rem}button{background:#9a1515;border-color:#9a1515;color:#fff;padding:0 1.5rem}
ol,ul{padding:0;list-style:none}li{padding:.75rem 0;border-bottom:1px solid #d9d9d9}
li a{display:inline-block;min-height:1.75rem;font-weight:700}li p{margin:.25rem 0 0}.quiet{color:#595959}mark{background:none;color:#9a1515;font-weight:700}
:focus-visible{outline:3px solid #1f1f1f;outline-offset:2px}`;

function frame(site: OfflineSite, say: Say, body: string): string {
  const title = say("search.offline.title", { site: site.name });
  const banner = say("search.offline.banner", { day: formatDay(site.capturedAt) });
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<p class="archived archived-banner">${escapeHtml(banner)}</p>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

/** `index.html`: the field, and where everything stands for who has no scripts. */
export function offlineSearchPage(site: OfflineSite, count: number, say: Say): string {
  const t = (key: string, values?: Record<string, string | number>) =>
    escapeHtml(say(`search.offline.${key}`, values));
  return frame(
    site,
    say,
    `<form role="search" id="ask">
<label for="q">${t("label", { count })}</label>
<input id="q" type="search" maxlength="100" autocomplete="off">
<button type="submit">${t("submit")}</button>
</form>
<p role="status" id="told" data-found="${t("found")}" data-many="${t("found-many")}" data-none="${t("none")}"></p>
<ol id="found"></ol>
<noscript><p>${t("no-script")}</p></noscript>
<p><a href="all.html">${t("all", { count })}</a></p>
<script src="flexsearch.js"></script>
<script src="entries.js"></script>
<script src="search.js"></script>`,
  );
}

/** `all.html`: every text by its year, without any script. */
export function offlineListPage(
  site: OfflineSite,
  entries: readonly OfflineEntry[],
  say: Say,
): string {
  const years = Map.groupBy(entries, ({ publishedAt }) => formatDay(publishedAt).slice(0, 4));
  const sections = [...years].map(([year, rows]) => {
    const items = rows.map(
      ({ title, path, publishedAt }) =>
        `<li><a href="${escapeHtml(site.base + path)}">${escapeHtml(title)}</a> <span class="quiet">${formatDay(publishedAt)}</span></li>`,
    );
    const head = say("search.offline.year", { year, count: rows.length });
    return `<h2>${escapeHtml(head)}</h2>\n<ul>\n${items.join("\n")}\n</ul>`;
  });
  const back = `<p><a href="index.html">${escapeHtml(say("search.offline.back"))}</a></p>`;
  return frame(site, say, [back, ...sections].join("\n"));
}

/** `entries.js`: a classic script, because a page from a disk may fetch nothing. */
export function offlineEntries(site: OfflineSite, entries: readonly OfflineEntry[]): string {
  const rows = entries.map(({ title, path, column, publishedAt, text }) => [
    ...[title, site.base + path, `${column} ${formatDay(publishedAt)}`, text],
    fold(`${title}\n${text}`),
  ]);
  // Inside a script no text may end the script or begin a comment of HTML.
  const json = JSON.stringify(rows).replaceAll("<", "\\u003c");
  return `globalThis.zsEntries = ${json};\n`;
}
