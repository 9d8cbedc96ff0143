import type { LexicalNode } from "lexical";
import type { DialogKind } from "../dialogs/dialog-kind.ts";
import { $isAttachmentNode } from "../nodes/attachment-node.ts";
import { $isFootnoteNode } from "../nodes/footnote-node.ts";
import { $isImageNode } from "../nodes/image-node.ts";
import { $isVideoNode } from "../nodes/video-node.ts";
import { $footnoteAtSelection } from "./footnotes.ts";
import { $chosenNode } from "./images.ts";

/** The dialog in which a thing that is no words is changed. */
export function $dialogOf(node: LexicalNode | null): DialogKind | null {
  if ($isImageNode(node)) return "image";
  if ($isVideoNode(node)) return "video";
  if ($isAttachmentNode(node)) return "attachment";
  return $isFootnoteNode(node) ? "footnote" : null;
}

/** The same for what is selected, or for the note beside the caret. */
export function $dialogAtSelection(): DialogKind | null {
  return $dialogOf($chosenNode() ?? $footnoteAtSelection());
}
