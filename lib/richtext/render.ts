import type { Block, Callout, Image, Inline, PlainBlock, Quote } from "./nodes.ts";
import { isInline } from "./nodes.ts";
import { anchorsIn } from "./render/anchors.ts";
import type { Picture, RenderContext, RenderOptions } from "./render/context.ts";
import { escapeHtml } from "./render/escape.ts";
import { renderAttachment, renderVideo } from "./render/files.ts";
import { headingLevels } from "./render/headings.ts";
import { renderImage } from "./render/image.ts";
import { renderInlines } from "./render/inline.ts";
import { renderList } from "./render/list.ts";
import { renderNotes } from "./render/notes.ts";
import { looks, renderHeading, renderParagraph } from "./render/paragraph.ts";
import { hasCells, renderTable } from "./render/table.ts";
import type { RichTextDocument } from "./schema.ts";

/**
 * The HTML of a document, ready to print. Every tag, attribute name and class comes from this code;
 * everything that came from a person is escaped.
 * @rule X1, C22
 */
export function renderHtml(document: RichTextDocument, options: RenderOptions): string {
  const context: RenderContext = {
    variant: options.variant,
    headingLevel: headingLevels(2 + (options.headingOffset ?? 0)),
    tableName: tableNames(document, options.tableLabel),
    picture: (image) => findPicture(image, options),
    poster: (assetId) => options.assetPicture?.(assetId) ?? null,
    file: (assetId) => options.assetFile?.(assetId) ?? null,
    say: options.say ?? (() => ""),
    notes: [],
    anchors: anchorsIn(document),
    placedAnchors: new Set(),
    renderBlocks,
    isInHeaderCell: false,
  };
  const text = renderBlocks(document.root.children, context);
  const notes = renderNotes(context);
  return text !== "" && notes !== "" ? `${text}\n${notes}` : text;
}

/** Blocks one under the other; those that show nothing are left out. */
function renderBlocks(blocks: readonly Block[], context: RenderContext): string {
  return blocks
    .map((block) => renderBlock(block, context))
    .filter((html) => html !== "")
    .join("\n");
}

function renderBlock(block: Block, context: RenderContext): string {
  switch (block.type) {
    case "paragraph":
      return renderParagraph(block, context);
    case "heading":
      return renderHeading(block, context);
    case "list":
      return renderList(block, context);
    case "quote":
      return renderQuote(block, context);
    case "table":
      return renderTable(block, context);
    case "callout":
      return renderCallout(block, context);
    case "image":
      return renderImage(block, context);
    case "video":
      return renderVideo(block, context);
    case "attachment":
      return renderAttachment(block, context);
    case "horizontalrule":
      return "<hr>";
  }
}

function renderQuote(node: Quote, context: RenderContext): string {
  const inlines = node.children.filter((child): child is Inline => isInline(child));
  const words = renderInlines(inlines, context);
  const blocks = node.children.filter((child): child is PlainBlock => !isInline(child));
  const content = words === "" ? renderBlocks(blocks, context) : `<p>${words}</p>`;
  return content === "" ? "" : `<blockquote${looks(node, context)}>${content}</blockquote>`;
}

/** Apart from the text; that it is, and what for, is said in words and not by a colour alone. */
function renderCallout(node: Callout, context: RenderContext): string {
  const content = renderBlocks(node.children, context);
  if (content === "") return "";
  const title = context.say(`callout.${node.kind}`);
  const head = title && `<p class="callout-title">${escapeHtml(title)}</p>\n`;
  return `<div class="callout callout-${node.kind}" role="note">${head}${content}</div>`;
}

// Regions of one name are one place for a screen reader, so several tables get numbers.
function tableNames(document: RichTextDocument, label: string): () => string {
  const tables = document.root.children.filter((block) => block.type === "table");
  const isNumbered = tables.filter(hasCells).length > 1;
  let count = 0;
  return () => {
    count += 1;
    return isNumbered ? `${label} ${count}` : label;
  };
}

function findPicture(image: Image, options: RenderOptions): Picture | null {
  if (image.assetId !== null) return options.assetPicture?.(image.assetId) ?? null;
  return image.src === null ? null : { src: image.src, width: image.width, height: image.height };
}
