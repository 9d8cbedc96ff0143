import "server-only";
import type { ResourceType } from "#db/enums/resources.ts";
import { fromHtml } from "#lib/richtext/from-html.ts";
import type { RichTextDocument } from "#lib/richtext/schema.ts";
import { firstSentences, plainText } from "#lib/richtext/text.ts";
import { contentHash, publicationMoment } from "#modules/resources/domain.ts";
import type { ImportDocument } from "#modules/resources/schema.ts";
import { typeSpec } from "#modules/resources/types/schema.ts";

const SUMMARY_CHARACTERS = 120;

/** What an import record becomes before it meets the database. */
export type Composed = {
  externalId: string;
  type: ResourceType;
  title: string;
  summary: string | null;
  source: string;
  body: RichTextDocument;
  metadata: Record<string, unknown>;
  hash: Buffer;
  publishedAt: Date | null;
  hasText: boolean;
};

const escapeText = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function bodyOf(document: ImportDocument): RichTextDocument {
  if (document.body_html)
    return fromHtml(document.body_html, document.url ? { baseUrl: document.url } : {}).document;
  const paragraphs = (document.body_text ?? "")
    .split(/\r?\n+/)
    .filter((line) => line.trim() !== "");
  return fromHtml(paragraphs.map((line) => `<p>${escapeText(line)}</p>`).join("")).document;
}

const letters = (text: string) => text.replace(/[\s\p{P}]/gu, "");

/** Official documents repeat title and number above the text: a summary begins after them. */
function withoutHead(text: string, { title, docNo }: ImportDocument): string {
  const lines = text.split("\n");
  const head = letters(`${title}${docNo ?? ""}`);
  const start = lines.findIndex((line) => letters(line) !== "" && !head.includes(letters(line)));
  return start < 0 ? text : lines.slice(start).join("\n");
}

const webAddress = (url: string | null | undefined): string | null =>
  url && /^https?:\/\//.test(url) && URL.canParse(url) ? url : null;

function metadataOf(document: ImportDocument, type: ResourceType): Record<string, unknown> {
  const fields =
    type === "link"
      ? { href: document.url }
      : {
          docNo: document.docNo || null,
          category: document.category || null,
          originalUrl: webAddress(document.url),
        };
  return typeSpec(type).metadata.parse(fields);
}

/** Record → edition. @throws {ZodError} when the type's own fields do not fit */
export function compose(document: ImportDocument): Composed {
  const type: ResourceType = document.type === "link" ? "link" : "article";
  const body = bodyOf(document);
  const text = plainText(body);
  const summary = firstSentences(withoutHead(text, document), SUMMARY_CHARACTERS) || null;
  // The body that issued it is the better word for citizens than the system it was copied from.
  const source = document.org || document.source || "";
  const metadata = metadataOf(document, type);
  const words = { title: document.title, subtitle: null, summary, author: null, source };
  return {
    externalId: document.id,
    type,
    title: document.title,
    summary,
    source,
    body,
    metadata,
    hash: contentHash({ ...words, body, metadata, attachments: [] }),
    publishedAt: publicationMoment(document.date),
    hasText: text.trim() !== "",
  };
}
