import type { Heading, Paragraph } from "../nodes.ts";
import type { RenderContext } from "./context.ts";
import { attribute } from "./escape.ts";
import { renderInlines } from "./inline.ts";

/** The class attribute of an element's alignment and indent, or nothing. */
export function looks(node: Pick<Paragraph, "format" | "indent">, context: RenderContext): string {
  const names = [alignmentClass(node.format, context), node.indent > 0 ? `ti-${node.indent}` : ""];
  return attribute("class", names.filter((name) => name !== "").join(" ") || null);
}

export function renderParagraph(node: Paragraph, context: RenderContext): string {
  const words = renderInlines(node.children, context);
  return words === "" ? "" : `<p${looks(node, context)}>${words}</p>`;
}

export function renderHeading(node: Heading, context: RenderContext): string {
  const words = renderInlines(node.children, context);
  if (words === "") return "";
  const written = Number(node.tag.slice(1));
  const tag = context.isInHeaderCell ? "p" : `h${context.headingLevel(written)}`;
  return `<${tag}${looks(node, context)}>${words}</${tag}>`;
}

function alignmentClass(format: Paragraph["format"], context: RenderContext): string {
  if (format === "center") return "ta-center";
  if (format === "right" || format === "end") return "ta-right";
  return format === "justify" && context.variant === "std" ? "ta-justify" : "";
}
