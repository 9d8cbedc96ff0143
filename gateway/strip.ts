import { markChinese } from "#gateway/mark-chinese.ts";

/** What Next adds to a page and no citizen needs: its runtime and the marks of its streaming. */
const SCRIPTS = /<script\b(?![^>]*\sdata-keep)[^>]*>[\s\S]*?<\/script>/g;
const PRELOADS = /<link\b[^>]*\bas="script"[^>]*>/g;
const NEXT_META = /<meta name="next-size-adjust"[^>]*>/g;
const STREAM_MARKS =
  /<div hidden=""><!--\$-->[\s\S]{0,40}?<!--\/\$--><\/div>|<!--\/?[$&?!]*-->|<!-- -->/g;

/** React writes `open=""`; quotes in texts and values are escaped, so this is always an attribute. */
const BOOLEANS = / (selected|checked|open|defer)=""(?=[\s/>])/g;

const TAGS = /<script\b[^>]*\bdata-tags="([^"]*)"/;
/** What a result page says of its answer, for the query log. */
const NOTED = /<script\b[^>]*\bdata-noted="([\w-]*)"/;

/** A page that is still waiting for something would show a citizen an empty place. */
const UNFINISHED = /<template id="B:|<div hidden(?:="")? id="S:/;

export type Stripped =
  | { ok: true; html: string; tags: string[]; noted: string | null }
  | { ok: false; problem: "unfinished" | "no-tags" | "torn" };

/** Next's HTML → the page that is kept, and the tags it was drawn from. */
export function stripPage(html: string): Stripped {
  if (!html.endsWith("</html>")) return { ok: false, problem: "torn" };
  if (UNFINISHED.test(html)) return { ok: false, problem: "unfinished" };
  const tags = TAGS.exec(html)?.[1];
  if (!tags) return { ok: false, problem: "no-tags" };
  const bare = html
    .replace(SCRIPTS, "")
    .replace(PRELOADS, "")
    .replace(NEXT_META, "")
    .replaceAll(' data-keep=""', "")
    .replace(STREAM_MARKS, "");
  const noted = NOTED.exec(html)?.[1] ?? null;
  return {
    ok: true,
    html: markChinese(bare).replace(BOOLEANS, " $1"),
    tags: tags.split(","),
    noted,
  };
}
