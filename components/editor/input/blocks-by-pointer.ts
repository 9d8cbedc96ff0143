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
import { $selectBlock } from "../commands/images.ts";
import { $isImageNode } from "../nodes/image-node.ts";
import { $isRuleNode } from "../nodes/rule-node.ts";

/** Pictures and rules are chosen by a click, opened by a second one, and show that they are chosen. */
export function registerBlockSelection(editor: LexicalEditor, openImage: () => void): () => void {
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
    if (!$isImageNode(node) && !$isRuleNode(node)) return false;
    $selectBlock(node.getKey());
    if (event.detail === 2 && $isImageNode(node)) setTimeout(openImage);
    return true;
  };
  return mergeRegister(
    editor.registerUpdateListener(mark),
    editor.registerCommand(CLICK_COMMAND, onClick, COMMAND_PRIORITY_LOW),
  );
}
