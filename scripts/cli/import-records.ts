/** Documents of other systems as records of the shared schema. */
import { createHash } from "node:crypto";
import { brokenWords } from "#lib/formats/charset.ts";
import type { Attachment, ForeignDocument } from "#lib/formats/found.ts";
import { readMoment } from "#lib/formats/found.ts";
import type { TreePage } from "#lib/formats/pages.ts";
import { fromHtml } from "#lib/richtext/from-html.ts";
import { firstSentences, plainText } from "#lib/richtext/text.ts";
import { beginning } from "#modules/resources/commands/clean.ts";
import type { Receipt, RecordLine } from "#modules/resources/commands/prepare.ts";
import { refused } from "#modules/resources/commands/prepare.ts";
import type { FoundFiles } from "./import-files.ts";
import type { Defaults } from "./import-input.ts";

const TITLE_CHARACTERS = 60;
const MAX_ID = 200;
/** What the shared schema takes of attachments; an enclosure that does not fit is no reason to refuse a document. */
const [MOST_ATTACHMENTS, MAX_URL, MAX_ATTACHMENT_TITLE] = [100, 2_000, 120];
/** What of another system is a document that citizens read. */
const READ = new Set(["post", "page"]);

const sha256 = (text: string) => `sha256:${createHash("sha256").update(text).digest("hex")}`;

/**
 * An address is an identity everywhere; `17` or `a/1.html` only within what it was read from. Long ones
 * are told by their hash.
 */
function idOf(word: string, { scope }: Defaults): string {
  const id = /^[a-z][a-z0-9+.-]*:/i.test(word) ? word : `${scope}:${word}`;
  return id.length <= MAX_ID ? id : sha256(id);
}

/** A document without a title is called by its first words, as its old page would be in a list. */
const titleOf = ({ title, html }: ForeignDocument): string =>
  title || firstSentences(plainText(fromHtml(html).document), TITLE_CHARACTERS);

function hiddenWords({ kind, hidden }: ForeignDocument, isPublished: boolean): string | null {
  if (!READ.has(kind)) return `${kind}：不是文章或页面 not a post or page`;
  return hidden && isPublished
    ? `${hidden}：原系统没有公开，只能作为草稿导入 not public there: import it as draft`
    : null;
}

/** What its receipt says of a document: what its reader told, and characters that are lost. */
function saidOf({ notes, title, html }: ForeignDocument): string[] {
  const broken = brokenWords(title) ?? brokenWords(html);
  return broken ? [...notes, broken] : notes;
}

const fits = ({ url }: Attachment): boolean => url.trim() !== "" && url.length <= MAX_URL;

const shorten = ({ url, title }: Attachment): Attachment => ({
  url,
  title: title && beginning(title.trim(), MAX_ATTACHMENT_TITLE),
});

function recordOf(document: ForeignDocument, { source }: Defaults) {
  const title = titleOf(document);
  const { html, date, author, url, category, keywords, attachments } = document;
  return {
    type: "news",
    title,
    source: document.source ?? source,
    date,
    author: author ? beginning(author, 60) : null,
    category: category ? beginning(category, 120) : null,
    body_html: html,
    url,
    ...(attachments.length > 0
      ? { attachments: attachments.filter(fits).slice(0, MOST_ATTACHMENTS).map(shorten) }
      : {}),
    meta: { keywords },
  };
}

/** A post of an export or a feed. */
export function postRecord(
  line: number,
  document: ForeignDocument,
  defaults: Defaults,
): RecordLine | Receipt {
  const id = idOf(document.id ?? sha256(`${document.title}\n${document.html}`), defaults);
  const why = hiddenWords(document, defaults.isPublished);
  if (why) return refused(line, id, why);
  return { line, value: { id, ...recordOf(document, defaults) }, notes: saidOf(document) };
}

/** A saved page; with the labels of an official document it is one. */
export function pageRecord(
  line: number,
  page: TreePage,
  defaults: Defaults,
  { files, notes }: FoundFiles,
): RecordLine {
  const { labels, path } = page;
  const base = defaults.baseUrl;
  const url = page.url ?? (base && URL.canParse(path, base) ? new URL(path, base).href : null);
  const { index, docNo, org, written, effective, genre, status, category, date } = labels;
  const record = {
    id: idOf(url ?? path, defaults),
    ...recordOf({ ...page, date: readMoment(date) ?? page.date, url }, defaults),
  };
  const told = saidOf(page).map((words) => `${path}：${words}`);
  const isOfficial = index !== undefined || (docNo !== undefined && org !== undefined);
  const value = isOfficial
    ? {
        ...record,
        type: "policy",
        org,
        docNo,
        category: category ?? record.category,
        meta: { index, written, effective, genre, status, keywords: labels["keywords"] },
      }
    : record;
  return { line, value, files, notes: [...told, ...notes] };
}
