import { isLinkAddress } from "#lib/richtext/address.ts";
import { tidyAnchorName } from "#lib/richtext/anchors.ts";
import { MAX_ALT_LENGTH, MAX_NOTE_LENGTH } from "#lib/richtext/limits.ts";
import type { Anchor, Footnote, Inline, Link, Tab, TextRun } from "#lib/richtext/nodes.ts";
import type { Raw } from "./fields.ts";
import { childrenOf, elementFields, formatBits, oneOf, whole, words } from "./fields.ts";

const INLINE_TYPES = new Set<unknown>([
  ...["text", "tab", "linebreak", "link", "footnote", "anchor"],
]);
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
    if (node["type"] === "anchor") return anchorOf(node);
    return isInlineRaw(node) ? [plainInline(node)] : inlinesOf(childrenOf(node));
  });
}

function footnoteOf(raw: Raw): Footnote {
  return { type: "footnote", text: words(raw["text"], MAX_NOTE_LENGTH), version: 1 };
}

function anchorOf(raw: Raw): Anchor[] {
  const name = typeof raw["name"] === "string" ? tidyAnchorName(raw["name"]) : null;
  return name === null ? [] : [{ type: "anchor", name, version: 1 }];
}

type Marker = Footnote | Anchor;
const isMarker = (node: Inline): node is Marker =>
  node.type === "footnote" || node.type === "anchor";

function plainInline(raw: Raw): Exclude<Inline, Link | Marker> {
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
  const children = inside.filter((child) => !isMarker(child));
  const markers = inside.filter((child) => isMarker(child));
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
    ...markers,
  ];
}
