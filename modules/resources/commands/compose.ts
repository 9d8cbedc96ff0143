import "server-only";
import type { ResourceType } from "#db/enums/resources.ts";
import { cleanText } from "#lib/richtext/characters.ts";
import type { FromHtml, KnownFile } from "#lib/richtext/from-html.ts";
import { fromHtml } from "#lib/richtext/from-html.ts";
import type { RichTextDocument } from "#lib/richtext/schema.ts";
import { storedDocument } from "#lib/richtext/stored.ts";
import { firstSentences, plainText } from "#lib/richtext/text.ts";
import { contentHash, publicationMoment } from "#modules/resources/domain.ts";
import type { ImportDocument } from "#modules/resources/schema.ts";
import type { ValiditySaid } from "#modules/resources/types/domain.ts";
import { IN_FORCE, lettersOf, typeSaid, validitySaid } from "#modules/resources/types/domain.ts";
import type { TypeSpec } from "#modules/resources/types/schema.ts";
import { typeSpec } from "#modules/resources/types/schema.ts";

const SUMMARY_CHARACTERS = 120;

/** A file that came along with a record and is in the media library. */
export type AttachedFile = {
  /** Its address as the record's HTML writes it. */
  raw: string;
  title: string;
  assetId: number;
  sha256: string;
  extension: string;
  isPicture: boolean;
  width: number | null;
  height: number | null;
};

type ComposedFile = {
  assetId: number;
  sha256: string;
  role: "attachment" | "image";
  position: number;
  title: string;
};

/** What an import record becomes before it meets the database. */
export type Composed = {
  externalId: string;
  type: ResourceType;
  title: string;
  summary: string | null;
  author: string | null;
  source: string;
  /** `storedDocument` as JSON: held as text, a chunk of them is few objects. */
  bodyJson: string;
  metadata: Record<string, unknown>;
  files: ComposedFile[];
  hash: Buffer;
  publishedAt: Date | null;
  validity: ValiditySaid;
  /** `plainText` of the body. */
  text: string;
  /** What of the text was left out, as `fromHtml` counts it. */
  dropped: FromHtml["dropped"];
};

const knownFile = ({ sha256, extension, assetId, isPicture, width, height }: AttachedFile) => ({
  href: `/files/${sha256}.${extension}`,
  assetId: isPicture ? assetId : null,
  width,
  height,
});

/** Each file once: a picture where it is one in the text, otherwise something to open below it. */
function filesOf(files: readonly AttachedFile[]): ComposedFile[] {
  const unique = new Map<number, AttachedFile>();
  for (const file of files)
    if (!unique.get(file.assetId)?.isPicture) unique.set(file.assetId, file);
  return [...unique.values()].map(({ assetId, sha256, title, isPicture }, position) => ({
    assetId,
    sha256,
    role: isPicture ? ("image" as const) : ("attachment" as const),
    position,
    title: cleanText(title),
  }));
}

const escapeText = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function bodyOf(document: ImportDocument, files: readonly AttachedFile[]): FromHtml {
  if (document.body_html) {
    const known = new Map<string, KnownFile>();
    // A picture that is linked to as well stays a picture.
    for (const file of files)
      if (!known.get(file.raw)?.assetId) known.set(file.raw, knownFile(file));
    const base = document.url && URL.canParse(document.url) ? { baseUrl: document.url } : {};
    return fromHtml(document.body_html, { ...base, files: known, hasOwnPicturesOnly: true });
  }
  const paragraphs = (document.body_text ?? "")
    .split(/\r?\n+/)
    .filter((line) => line.trim() !== "");
  return fromHtml(paragraphs.map((line) => `<p>${escapeText(line)}</p>`).join(""));
}

/** Official documents repeat title and number above the text: a summary begins after them. */
function withoutHead(text: string, { title, docNo }: ImportDocument): string {
  const lines = text.split("\n");
  const head = lettersOf(`${title}${docNo ?? ""}`);
  const start = lines.findIndex(
    (line) => lettersOf(line) !== "" && !head.includes(lettersOf(line)),
  );
  return start < 0 ? text : lines.slice(start).join("\n");
}

/** What a table can hold beside words. */
const MORE_THAN_WORDS = /"type":"(?:link|image|video|attachment|footnote)"/;

/** The text without tables that only print the record's own fields once more. */
function ownBody(
  document: ImportDocument,
  body: RichTextDocument,
  { isRepeated }: TypeSpec,
  metadata: unknown,
): RichTextDocument {
  if (!isRepeated) return body;
  const facts = { title: document.title, publishedAt: new Date(0), metadata };
  const { root } = body;
  const children = root.children.filter(
    (block) =>
      block.type !== "table" ||
      MORE_THAN_WORDS.test(JSON.stringify(block)) ||
      !isRepeated(plainText({ ...body, root: { ...root, children: [block] } }), facts),
  );
  return { ...body, root: { ...root, children } };
}

/** Record → edition, of the type it says or of `asType`. @throws {ZodError} when its own fields do not fit */
export function compose(
  document: ImportDocument,
  asType?: ResourceType,
  files: readonly AttachedFile[] = [],
): Composed {
  const type = asType ?? typeSaid(document);
  const spec = typeSpec(type);
  const composedFiles = filesOf(files);
  const attachments = composedFiles.map(({ assetId: _, ...file }) => file);
  const metadata = spec.metadata.parse(spec.fromRecord(document));
  const { document: given, dropped } = bodyOf(document, files);
  const body = ownBody(document, given, spec, metadata);
  const text = plainText(body);
  const summary =
    cleanText(firstSentences(withoutHead(text, document), SUMMARY_CHARACTERS)) || null;
  // The body that issued it is the better word for citizens than the system it was copied from.
  const source = document.org || document.source || "";
  const author = document.author || null;
  const words = { title: document.title, subtitle: null, summary, author, source };
  return {
    externalId: document.id,
    type,
    title: document.title,
    summary,
    author,
    source,
    bodyJson: JSON.stringify(storedDocument(body)),
    metadata,
    files: composedFiles,
    hash: contentHash({ ...words, body, metadata, attachments }),
    publishedAt: publicationMoment(document.date),
    validity: spec.hasValidity ? validitySaid(document) : IN_FORCE,
    text,
    dropped,
  };
}
