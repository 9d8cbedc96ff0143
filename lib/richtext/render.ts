import type { Block, Image, Inline, PlainBlock, Quote } from "./nodes.ts";
import { isInline } from "./nodes.ts";
import type { Picture, RenderContext, RenderOptions } from "./render/context.ts";
import { headingLevels } from "./render/headings.ts";
import { renderImage } from "./render/image.ts";
import { renderInlines } from "./render/inline.ts";
import { renderList } from "./render/list.ts";
import { looks, renderHeading, renderParagraph } from "./render/paragraph.ts";
import { hasCells, renderTable } from "./render/table.ts";
import type { RichTextDocument } from "./schema.ts";

/**
 * The HTML of a document, ready to print. Every tag, attribute name and class comes from this code;
 * everything that came from a person is escaped.
 * @rule X1, C22
 */
export function renderHtml(document: RichTextDocument, options: RenderOptions): string {
  return renderBlocks(document.root.children, {
    variant: options.variant,
    headingLevel: headingLevels(2 + (options.headingOffset ?? 0)),
    tableName: tableNames(document, options.tableLabel),
    picture: (image) => findPicture(image, options),
    renderBlocks,
    isInHeaderCell: false,
  });
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
    case "image":
      return renderImage(block, context);
    case "horizontalrule":
      return "<hr>";
  }
}

function renderQuote(node: Quote, context: RenderContext): string {
  const words = renderInlines(node.children.filter((child): child is Inline => isInline(child)));
  const blocks = node.children.filter((child): child is PlainBlock => !isInline(child));
  const content = words === "" ? renderBlocks(blocks, context) : `<p>${words}</p>`;
  return content === "" ? "" : `<blockquote${looks(node, context)}>${content}</blockquote>`;
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
