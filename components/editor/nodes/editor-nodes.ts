import { LinkNode } from "@lexical/link";
import { ListItemNode, ListNode } from "@lexical/list";
import { HeadingNode, QuoteNode } from "@lexical/rich-text";
import { TableCellNode, TableNode, TableRowNode } from "@lexical/table";
import { AnchorNode } from "./anchor-node.ts";
import { AttachmentNode } from "./attachment-node.ts";
import { CalloutNode } from "./callout-node.ts";
import { FootnoteNode } from "./footnote-node.ts";
import { ImageNode } from "./image-node.ts";
import { RuleNode } from "./rule-node.ts";
import { VideoNode } from "./video-node.ts";

/** Every node a document may hold, besides those Lexical brings itself. */
export const EDITOR_NODES = [
  HeadingNode,
  QuoteNode,
  LinkNode,
  ListNode,
  ListItemNode,
  TableNode,
  TableRowNode,
  TableCellNode,
  ImageNode,
  VideoNode,
  AttachmentNode,
  CalloutNode,
  FootnoteNode,
  AnchorNode,
  RuleNode,
];
