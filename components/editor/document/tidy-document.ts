import type { RichTextDocument } from "#lib/richtext/schema.ts";
import { rootBlocks } from "./blocks.ts";
import { childrenOf, elementFields, isRaw } from "./fields.ts";

/**
 * What Lexical wrote, as the one form the server accepts: passes `parseDocument` whatever comes in,
 * but for the bounds on size, which cannot be kept without losing words.
 */
export function tidyDocument(state: unknown): RichTextDocument {
  const written = isRaw(state) ? state["root"] : undefined;
  const root = isRaw(written) ? written : {};
  return {
    root: { ...elementFields(root), type: "root", children: rootBlocks(childrenOf(root)) },
  };
}
