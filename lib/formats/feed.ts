import { fromHtml } from "#lib/richtext/from-html.ts";
import { plainText } from "#lib/richtext/text.ts";
import type { Decoded } from "./charset.ts";
import { declaredCharset, decodeText, misdeclaredWords } from "./charset.ts";
import type { Attachment, Broken, ForeignDocument, Found } from "./found.ts";
import { readMoment } from "./found.ts";
import { openFile } from "./source.ts";
import type { XmlListener, XmlTag } from "./xml.ts";
import { parseXml, xmlProblem } from "./xml.ts";

const MAX_FEED_BYTES = 64 * 1024 * 1024;

/** `content:encoded` → `encoded`, `pubDate` → `pubdate`. */
const localName = (name: string): string => name.slice(name.indexOf(":") + 1).toLowerCase();

const ITEMS = new Set(["item", "entry"]);

/** First that is there wins. */
const BODY = ["encoded", "content", "body", "description", "summary", "abstract", "subtitle"];
const DATE = ["pubdate", "published", "issued", "date", "created", "updated", "modified"];

/** `markup`: its own elements, kept as HTML. */
type Field = { name: string; attributes: XmlTag["attributes"]; text: string; markup: string };

const escapeText = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const escapeAttribute = (text: string) => escapeText(text).replaceAll('"', "&quot;");

/** Gathers the fields of each item; elements inside a field are written back as markup. */
class FeedListener implements XmlListener {
  /** Those that ended: a cut one could be anything. */
  readonly items: Field[][] = [];
  root = "";
  private readonly path: string[] = [];
  private fields: Field[] | null = null;
  private itemDepth = 0;

  open({ name, attributes }: XmlTag): void {
    const local = localName(name);
    if (this.path.length === 0) this.root = local;
    this.path.push(local);
    if (!this.fields && ITEMS.has(local)) {
      this.fields = [];
      this.itemDepth = this.path.length;
    } else if (this.fields && this.path.length === this.itemDepth + 1) {
      this.fields.push({ name: local, attributes, text: "", markup: "" });
    } else this.write(`<${local}${attributesOf(attributes)}>`);
  }

  text(text: string): void {
    const field = this.field();
    if (!field) return;
    field.text += text;
    field.markup += escapeText(text);
  }

  close(): void {
    const local = this.path.pop() ?? "";
    if (this.fields && this.path.length === this.itemDepth - 1) {
      this.items.push(this.fields);
      this.fields = null;
    } else if (this.path.length > this.itemDepth) this.write(`</${local}>`);
  }

  private field(): Field | undefined {
    return this.path.length > this.itemDepth ? this.fields?.at(-1) : undefined;
  }

  private write(markup: string): void {
    const field = this.field();
    if (field) field.markup += markup;
  }
}

const attributesOf = (attributes: XmlTag["attributes"]): string =>
  Object.entries(attributes)
    .filter(([name]) => !name.startsWith("xmlns"))
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join("");

/** The HTML of a field: written as markup, or as text that is HTML (or plain text, where it says so). */
function htmlOf({ attributes, text, markup }: Field): string {
  const type = attributes["type"] ?? "";
  if (attributes["mode"] === "base64") return Buffer.from(text, "base64").toString("utf8");
  if (/[<]/.test(markup)) return markup;
  return type === "text" || type === "text/plain" ? escapeText(text) : text;
}

const wordsOf = (field: Field): string =>
  plainText(fromHtml(htmlOf(field)).document).replaceAll("\n", " ");

function linkOf(fields: readonly Field[]): string | null {
  const links = fields.filter(({ name }) => name === "link");
  const chosen =
    links.find(({ attributes }) => attributes["rel"] === "alternate" && attributes["href"]) ??
    links.find(({ attributes, text }) => !attributes["rel"] && (attributes["href"] || text));
  const address = (chosen?.attributes["href"] ?? chosen?.text ?? "").trim();
  const guid = fields.find(({ name }) => name === "guid");
  const isAddress =
    guid?.attributes["ispermalink"] !== "false" && guid?.attributes["isPermaLink"] !== "false";
  return (
    address ||
    (isAddress && /^https?:/.test(guid?.text.trim() ?? "") ? (guid?.text.trim() ?? null) : null)
  );
}

/** `<enclosure url>` of RSS, `<link rel="enclosure">` of Atom. */
function enclosuresOf(fields: readonly Field[]): Attachment[] {
  return fields.flatMap(({ name, attributes }) => {
    const isLink = name === "link" && attributes["rel"] === "enclosure";
    const url = (isLink ? attributes["href"] : name === "enclosure" && attributes["url"]) || "";
    return url === "" ? [] : [{ url, title: attributes["title"] ?? null }];
  });
}

function documentOf(fields: readonly Field[], notes: string[]): ForeignDocument {
  const first = (names: readonly string[]) =>
    names.flatMap((name) =>
      fields.filter((field) => field.name === name && field.markup.trim() !== ""),
    )[0];
  const url = linkOf(fields);
  const title = first(["title", "headline"]);
  const body = first(BODY);
  const author = first(["creator", "author"]);
  const id = first(["guid", "id"])?.text.trim() || url;
  const categories = fields
    .filter(({ name }) => name === "category" || name === "subject")
    .map(({ attributes, text }) => (attributes["term"] ?? text).trim())
    .filter((word) => word !== "");
  return {
    id: id ?? null,
    title: title ? wordsOf(title) : "",
    html: body ? htmlOf(body) : "",
    date: readMoment(first(DATE)?.text),
    author: author ? wordsOf(author) : null,
    source:
      fields.find(({ name, text }) => name === "source" && text.trim() !== "")?.text.trim() ?? null,
    url,
    category: categories[0] ?? null,
    keywords: categories.slice(1),
    kind: "post",
    hidden: null,
    attachments: enclosuresOf(fields),
    notes,
  };
}

type ReadFeed = {
  documents: ForeignDocument[] /** Where the reading ended too soon. */;
  problem: string | null;
};

/**
 * The documents of an RSS, RDF or Atom text, up to where it is ill-formed.
 * @param notes what is to be said of each of them
 */
export function parseFeed(text: string, notes: string[] = []): ReadFeed {
  const listener = new FeedListener();
  let problem: string | null = null;
  try {
    // The text is decoded already: what it says of its bytes would only mislead.
    parseXml(text.replace(/^\ufeff?\s*(?=<\?xml)/, ""), listener);
  } catch (error) {
    problem = xmlProblem(error);
  }
  return { documents: listener.items.map((fields) => documentOf(fields, notes)), problem };
}

/** Null when it is too large; `damage` when an archive ended before its end. */
async function readBytes(path: string, onBytes: (count: number) => void) {
  const parts: Buffer[] = [];
  let sizeBytes = 0;
  try {
    for await (const part of await openFile(path, onBytes)) {
      sizeBytes += part.length;
      if (sizeBytes > MAX_FEED_BYTES) return null;
      parts.push(part);
    }
  } catch (error) {
    return { bytes: Buffer.concat(parts), damage: xmlProblem(error) };
  }
  return { bytes: Buffer.concat(parts), damage: null };
}

/** After the last tag no item ends; half a character there would make all of it another encoding's. */
function decodeFeed(bytes: Buffer): Decoded {
  const isWide = bytes.subarray(0, 4).includes(0) || bytes[0] === 0xff || bytes[0] === 0xfe;
  const whole = isWide ? bytes : bytes.subarray(0, bytes.lastIndexOf(">") + 1);
  return decodeText(whole, declaredCharset(bytes) ?? "utf-8");
}

/** A feed as a file, gzipped or not: in whatever encoding it is, up to its end or to what is broken. */
export async function* readFeed(
  path: string,
  onBytes: (count: number) => void = () => {},
): AsyncGenerator<Found<ForeignDocument> | Broken> {
  const read = await readBytes(path, onBytes);
  if (!read) {
    yield { line: 1, problem: "订阅源超过 64 MB the feed is larger than 64 MB" };
    return;
  }
  const decoded = decodeFeed(read.bytes);
  const notes = decoded.declared === null ? [] : [misdeclaredWords(decoded, decoded.declared)];
  const { documents, problem } = parseFeed(decoded.text, notes);
  for (const [index, value] of documents.entries()) yield { line: index + 1, value };
  const isEmpty = documents.length === 0 ? "没有条目 no items in it" : null;
  const why = read.damage ?? problem ?? isEmpty;
  if (why) yield { line: documents.length + 1, problem: why };
}
