import "server-only";
import type { ResourceType } from "#db/enums/resources.ts";
import { fromHtml } from "#lib/richtext/from-html.ts";
import type { RichTextDocument } from "#lib/richtext/schema.ts";
import { firstSentences, plainText } from "#lib/richtext/text.ts";
import { contentHash, publicationMoment } from "#modules/resources/domain.ts";
import type { ImportDocument } from "#modules/resources/schema.ts";
import type { ValiditySaid } from "#modules/resources/types/domain.ts";
import { typeSaid, validitySaid } from "#modules/resources/types/domain.ts";
import { typeSpec } from "#modules/resources/types/schema.ts";

const SUMMARY_CHARACTERS = 120;

/** What an import record becomes before it meets the database. */
export type Composed = {
  externalId: string;
  type: ResourceType;
  title: string;
  summary: string | null;
  author: string | null;
  source: string;
  body: RichTextDocument;
  metadata: Record<string, unknown>;
  hash: Buffer;
  publishedAt: Date | null;
  validity: ValiditySaid;
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

/** Record → edition, of the type it says or of `asType`. @throws {ZodError} when its own fields do not fit */
export function compose(document: ImportDocument, asType?: ResourceType): Composed {
  const type = asType ?? typeSaid(document);
  const { metadata: schema, fromRecord } = typeSpec(type);
  const body = bodyOf(document);
  const text = plainText(body);
  const summary = firstSentences(withoutHead(text, document), SUMMARY_CHARACTERS) || null;
  // The body that issued it is the better word for citizens than the system it was copied from.
  const source = document.org || document.source || "";
  const metadata = schema.parse(fromRecord(document));
  const author = document.author || null;
  const words = { title: document.title, subtitle: null, summary, author, source };
  return {
    externalId: document.id,
    type,
    title: document.title,
    summary,
    author,
    source,
    body,
    metadata,
    hash: contentHash({ ...words, body, metadata, attachments: [] }),
    publishedAt: publicationMoment(document.date),
    validity: validitySaid(document),
    hasText: text.trim() !== "",
  };
}
