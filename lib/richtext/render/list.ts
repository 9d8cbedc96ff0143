import type { Inline, List, ListItem } from "../nodes.ts";
import type { RenderContext } from "./context.ts";
import { attribute } from "./escape.ts";
import { renderInlines } from "./inline.ts";
import { looks } from "./paragraph.ts";

type Entry = { className: string; words: string; nested: string };

/**
 * A list. Lexical keeps a nested list in an item of its own; printed so, readers would hear an
 * empty item, so it goes into the item before it.
 */
export function renderList(node: List, context: RenderContext): string {
  const entries: Entry[] = [];
  for (const item of node.children) {
    const entry = renderItem(item, context);
    const before = entries.at(-1);
    if (entry.words === "" && before) before.nested += entry.nested;
    else if (entry.words !== "" || entry.nested !== "") entries.push(entry);
  }
  if (entries.length === 0) return "";
  const items = entries.map(({ className, words, nested }) => {
    return `<li${className}>${words}${nested}</li>`;
  });
  const isNumbered = node.listType === "number";
  const tag = isNumbered ? "ol" : "ul";
  const start = attribute("start", isNumbered && node.start !== 1 ? node.start : null);
  return `<${tag}${start}>\n${items.join("\n")}\n</${tag}>`;
}

function renderItem(item: ListItem, context: RenderContext): Entry {
  const inlines = item.children.filter((child): child is Inline => child.type !== "list");
  const lists = item.children.filter((child) => child.type === "list");
  return {
    // Not its indent: that is the nesting itself.
    className: looks({ format: item.format, indent: 0 }, context),
    words: renderInlines(inlines, context),
    nested: lists.map((list) => renderList(list, context)).join(""),
  };
}
