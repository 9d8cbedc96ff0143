import { LinkNode } from "@lexical/link";
import { ListItemNode, ListNode } from "@lexical/list";
import { HeadingNode, QuoteNode } from "@lexical/rich-text";
import { TableCellNode, TableNode, TableRowNode } from "@lexical/table";
import { ImageNode } from "./image-node.ts";
import { RuleNode } from "./rule-node.ts";

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
  RuleNode,
];
