import type { LexicalEditor } from "lexical";
import {
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isNodeSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_LOW,
  isDOMNode,
  mergeRegister,
} from "lexical";
import { $dialogOf } from "../commands/dialog-of.ts";
import { $selectBlock } from "../commands/images.ts";
import type { DialogKind } from "../dialogs/dialog-kind.ts";
import { $isRuleNode } from "../nodes/rule-node.ts";

/** Pictures, films, attachments, marks of notes and rules are chosen by a click, opened by a second one, and show that they are chosen. */
export function registerBlockSelection(
  editor: LexicalEditor,
  open: (kind: DialogKind) => void,
): () => void {
  let marked: HTMLElement[] = [];
  const mark = () => {
    const keys = editor.getEditorState().read(() => {
      const selection = $getSelection();
      return $isNodeSelection(selection) ? selection.getNodes().map((node) => node.getKey()) : [];
    });
    if (keys.length === 0 && marked.length === 0) return;
    for (const element of marked) element.classList.remove("rte-chosen");
    marked = keys.flatMap((key) => editor.getElementByKey(key) ?? []);
    for (const element of marked) element.classList.add("rte-chosen");
  };
  const onClick = (event: MouseEvent): boolean => {
    const node = isDOMNode(event.target) ? $getNearestNodeFromDOMNode(event.target) : null;
    const kind = $dialogOf(node);
    if (!node || (!kind && !$isRuleNode(node))) return false;
    $selectBlock(node.getKey());
    if (event.detail === 2 && kind) setTimeout(() => open(kind));
    return true;
  };
  return mergeRegister(
    editor.registerUpdateListener(mark),
    editor.registerCommand(CLICK_COMMAND, onClick, COMMAND_PRIORITY_LOW),
  );
}
