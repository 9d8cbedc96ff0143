import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { registerList } from "@lexical/list";
import { registerRichText } from "@lexical/rich-text";
import {
  registerTablePlugin,
  registerTableSelectionObserver,
  setScrollableTablesActive,
} from "@lexical/table";
import type { LexicalEditor } from "lexical";
import {
  $createParagraphNode,
  $getRoot,
  createEditor,
  HISTORY_MERGE_TAG,
  mergeRegister,
} from "lexical";
import type { RichTextDocument } from "#lib/richtext/schema.ts";
import { registerCalloutEnd } from "./commands/callouts.ts";
import { registerIndentBounds } from "./commands/lists.ts";
import { registerHouseRules } from "./document/house-rules.ts";
import { EDITOR_NODES } from "./nodes/editor-nodes.ts";

const HISTORY_DELAY_MS = 300;
const HISTORY_DEPTH = 200;

/**
 * An editor with the document in it, not yet on the screen. It takes nothing until it is made editable:
 * what is typed or clicked while the page's script is still coming would be lost.
 */
export function makeEditor(initial: RichTextDocument | null): LexicalEditor {
  const editor = createEditor({
    namespace: "zhengshu",
    nodes: EDITOR_NODES,
    editable: false,
    theme: {
      text: {
        bold: "rte-b",
        italic: "rte-i",
        underline: "rte-u",
        strikethrough: "rte-s",
        underlineStrikethrough: "rte-us",
        subscript: "rte-sub",
        superscript: "rte-sup",
      },
      list: { nested: { listitem: "rte-nested" } },
      tableCellSelected: "rte-cell-selected",
      tableScrollableWrapper: "rte-table-scroll",
    },
    onError: (error) => {
      throw error;
    },
  });
  setScrollableTablesActive(editor, true);
  if (initial && initial.root.children.length > 0) {
    editor.setEditorState(editor.parseEditorState(JSON.stringify(initial)), {
      tag: HISTORY_MERGE_TAG,
    });
  } else {
    editor.update(() => $getRoot().append($createParagraphNode()), {
      tag: HISTORY_MERGE_TAG,
      discrete: true,
    });
  }
  return editor;
}

/** What makes it more than a field: lists, tables, history, and the rules of the house. */
export function registerBehaviour(editor: LexicalEditor): () => void {
  return mergeRegister(
    registerRichText(editor),
    registerList(editor),
    registerTablePlugin(editor),
    registerTableSelectionObserver(editor),
    registerHistory(
      editor,
      createEmptyHistoryState(),
      HISTORY_DELAY_MS,
      Date.now,
      undefined,
      HISTORY_DEPTH,
    ),
    registerIndentBounds(editor),
    registerCalloutEnd(editor),
    registerHouseRules(editor),
  );
}
