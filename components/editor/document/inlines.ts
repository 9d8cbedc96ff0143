import { isLinkAddress } from "#lib/richtext/address.ts";
import { MAX_ALT_LENGTH, MAX_NOTE_LENGTH } from "#lib/richtext/limits.ts";
import type { Footnote, Inline, Link, Tab, TextRun } from "#lib/richtext/nodes.ts";
import type { Raw } from "./fields.ts";
import { childrenOf, elementFields, formatBits, oneOf, whole, words } from "./fields.ts";

const INLINE_TYPES = new Set<unknown>(["text", "tab", "linebreak", "link", "footnote"]);
const TARGETS = ["_blank", "_self"] as const;
const REL = /^[a-z -]{0,60}$/;

export function isInlineRaw(raw: Raw): boolean {
  return INLINE_TYPES.has(raw["type"]);
}

/** The words in these nodes; of what is not words, those inside. */
export function inlinesOf(nodes: readonly Raw[]): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (node["type"] === "link") return linkOf(node);
    if (node["type"] === "footnote") return [footnoteOf(node)];
    return isInlineRaw(node) ? [plainInline(node)] : inlinesOf(childrenOf(node));
  });
}

function footnoteOf(raw: Raw): Footnote {
  return { type: "footnote", text: words(raw["text"], MAX_NOTE_LENGTH), version: 1 };
}

function plainInline(raw: Raw): Exclude<Inline, Link | Footnote> {
  if (raw["type"] === "linebreak") return { type: "linebreak", version: 1 };
  return raw["type"] === "tab"
    ? ({ ...textFields(raw), type: "tab", text: "\t" } satisfies Tab)
    : ({
        ...textFields(raw),
        type: "text",
        text: words(raw["text"], Number.POSITIVE_INFINITY),
      } satisfies TextRun);
}

function textFields(raw: Raw): Omit<TextRun, "type" | "text"> {
  return {
    detail: whole(raw["detail"], 0, 3),
    format: formatBits(raw["format"]),
    mode: "normal",
    style: "",
    version: 1,
  };
}

function linkOf(raw: Raw): Inline[] {
  const inside = inlinesOf(childrenOf(raw)).flatMap((child) =>
    child.type === "link" ? child.children : [child],
  );
  const children = inside.filter((child) => child.type !== "footnote");
  const notes = inside.filter((child) => child.type === "footnote");
  const { url, rel, title } = { url: raw["url"], rel: raw["rel"], title: raw["title"] };
  if (typeof url !== "string" || !isLinkAddress(url)) return inside;
  return [
    {
      ...elementFields(raw),
      type: "link",
      url,
      rel: typeof rel === "string" && REL.test(rel) ? rel : null,
      target: oneOf(raw["target"], TARGETS) ?? null,
      title: typeof title === "string" ? words(title, MAX_ALT_LENGTH) : null,
      children,
    },
    ...notes,
  ];
}
