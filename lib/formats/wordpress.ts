import type { Broken, ForeignDocument, Found } from "./found.ts";
import { readMoment } from "./found.ts";
import { openFile } from "./source.ts";
import { postHtml } from "./wordpress-text.ts";
import type { XmlListener } from "./xml.ts";
import { pumpXml, xmlProblem } from "./xml.ts";

type Item = { line: number; fields: Map<string, string>; categories: string[]; tags: string[] };

const NOT_SHOWN = new Set(["draft", "pending", "private", "trash", "auto-draft", "future"]);

/** Gathers the items of an export: their fields by name, whatever else the file holds. */
class ItemListener implements XmlListener {
  readonly done: Item[] = [];
  /** What is to be said of every item. */
  readonly notes: string[] = [];
  /** Address of the blog: identities are numbers that each blog begins at 1. */
  blog = "";
  private item: Item | null = null;
  private readonly path: string[] = [];
  private words = "";
  private domain = "";

  open(
    { name, attributes }: { name: string; attributes: Readonly<Record<string, string>> },
    line: number,
  ): void {
    this.path.push(name);
    if (name === "item") this.item = { line, fields: new Map(), categories: [], tags: [] };
    if (this.path.at(-2) !== "item") return;
    this.words = "";
    this.domain = attributes["domain"] ?? "";
  }

  text(text: string): void {
    if (this.item && this.path.at(-2) === "item") this.words += text;
    else if (this.path.at(-1) === "wp:base_blog_url") this.blog += text;
  }

  close(name: string): void {
    this.path.pop();
    if (!this.item) return;
    if (name === "item") {
      this.done.push(this.item);
      this.item = null;
    } else if (this.path.at(-1) === "item") this.keep(this.item, name);
  }

  private keep({ fields, categories, tags }: Item, name: string): void {
    if (name !== "category") fields.set(name, this.words.trim());
    else if (this.domain === "category") categories.push(this.words.trim());
    else if (this.domain === "post_tag") tags.push(this.words.trim());
  }
}

function hiddenReason(fields: ReadonlyMap<string, string>): string | null {
  const status = fields.get("wp:status") ?? "publish";
  if (NOT_SHOWN.has(status)) return status;
  return fields.get("wp:post_password") ? "password" : null;
}

/** `wp:post_date_gmt` is all zeros for what was never published. */
function momentOf(fields: ReadonlyMap<string, string>): string | null {
  const gmt = fields.get("wp:post_date_gmt") ?? "";
  if (/^[1-9]/.test(gmt)) return readMoment(`${gmt.replace(" ", "T")}Z`);
  return readMoment(fields.get("pubDate")) ?? readMoment(fields.get("wp:post_date"));
}

function documentOf(
  { fields, categories, tags }: Item,
  { blog, notes }: ItemListener,
): ForeignDocument {
  const text = (name: string) => fields.get(name) || null;
  const post = text("wp:post_id");
  return {
    // Not the guid: a blog that was moved or copied has the same one twice.
    id: post ? `${blog.trim().replace(/\/$/, "")}/?p=${post}` : (text("guid") ?? text("link")),
    title: text("title") ?? "",
    html: postHtml(text("content:encoded") ?? text("excerpt:encoded") ?? ""),
    date: momentOf(fields),
    author: text("dc:creator"),
    source: null,
    url: text("link"),
    category: categories[0] ?? null,
    keywords: tags,
    kind: text("wp:post_type") ?? "post",
    hidden: hiddenReason(fields),
    // Those that no post points to are items of their own there, and named by number.
    attachments: [],
    notes,
  };
}

/**
 * The items of a WordPress export (WXR), one after the other, in bounded memory. What is broken ends
 * the reading with the place; the items before it have been handed on.
 */
export async function* readWordpress(
  path: string,
  onBytes: (count: number) => void = () => {},
): AsyncGenerator<Found<ForeignDocument> | Broken> {
  const listener = new ItemListener();
  let number = 0;
  try {
    for await (const _ of pumpXml(await openFile(path, onBytes), listener, (words) =>
      listener.notes.push(words),
    )) {
      for (const item of listener.done.splice(0)) {
        number += 1;
        yield { line: number, value: documentOf(item, listener) };
      }
    }
  } catch (error) {
    for (const item of listener.done.splice(0)) {
      number += 1;
      yield { line: number, value: documentOf(item, listener) };
    }
    yield { line: number + 1, problem: xmlProblem(error) };
  }
}
