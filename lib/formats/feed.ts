import { readFile, stat } from "node:fs/promises";
import { fromHtml } from "#lib/richtext/from-html.ts";
import { plainText } from "#lib/richtext/text.ts";
import { declaredCharset, decodeText } from "./charset.ts";
import type { Broken, ForeignDocument, Found } from "./found.ts";
import { readMoment } from "./found.ts";
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
      this.items.push(this.fields);
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
    if (this.path.length === this.itemDepth - 1) this.fields = null;
    else if (this.path.length > this.itemDepth) this.write(`</${local}>`);
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

function documentOf(fields: readonly Field[]): ForeignDocument {
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
  };
}

/** The documents of an RSS, RDF or Atom text. @throws {XmlProblem} with the line, when it is ill-formed */
export function parseFeed(text: string): ForeignDocument[] {
  const listener = new FeedListener();
  // The text is decoded already: what it says of its bytes would only mislead.
  parseXml(text.replace(/^\ufeff?\s*(?=<\?xml)/, ""), listener);
  return listener.items.map(documentOf);
}

/** A feed as a file: in whatever encoding it is, complete or refused with the place. */
export async function* readFeed(path: string): AsyncGenerator<Found<ForeignDocument> | Broken> {
  const { size } = await stat(path);
  if (size > MAX_FEED_BYTES) {
    yield { line: 1, problem: "订阅源超过 64 MB the feed is larger than 64 MB" };
    return;
  }
  const bytes = await readFile(path);
  try {
    const documents = parseFeed(decodeText(bytes, declaredCharset(bytes)).text);
    if (documents.length === 0) yield { line: 1, problem: "没有条目 no items in it" };
    for (const [index, value] of documents.entries()) yield { line: index + 1, value };
  } catch (error) {
    yield { line: 1, problem: xmlProblem(error) };
  }
}
