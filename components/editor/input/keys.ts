import { $findCellNode } from "@lexical/table";
import type { LexicalEditor } from "lexical";
import {
  $getSelection,
  $isRangeSelection,
  BLUR_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_LOW,
  FORMAT_TEXT_COMMAND,
  INDENT_CONTENT_COMMAND,
  KEY_DOWN_COMMAND,
  mergeRegister,
  OUTDENT_CONTENT_COMMAND,
} from "lexical";
import { $makeParagraphs, $toggleHeading, $toggleQuote } from "../commands/blocks.ts";
import { $canCallout } from "../commands/callouts.ts";
import { $clearFormatting } from "../commands/clear-formatting.ts";
import { $dialogAtSelection } from "../commands/dialog-of.ts";
import { $canIndentItem, $itemAt, $toggleList } from "../commands/lists.ts";
import type { DialogKind } from "../dialogs/dialog-kind.ts";

export type KeyHost = {
  open: (kind: DialogKind) => void;
  focusToolbar: () => void;
  /** That Tab now moves on, or no more. */
  announceRelease: (isReleased: boolean) => void;
};

/** By the physical key, because with Ctrl+Alt or Shift the character depends on the layout. */
const SHORTCUTS: Readonly<Record<string, (editor: LexicalEditor) => void>> = {
  "alt+Digit0": () => $makeParagraphs(),
  "alt+Digit1": () => $toggleHeading("h2"),
  "alt+Digit2": () => $toggleHeading("h3"),
  "alt+Digit3": () => $toggleHeading("h4"),
  "shift+Digit7": () => $toggleList("number"),
  "shift+Digit8": () => $toggleList("bullet"),
  "shift+Digit9": () => $toggleQuote(),
  "shift+KeyX": (editor) => editor.dispatchCommand(FORMAT_TEXT_COMMAND, "strikethrough"),
  Comma: (editor) => editor.dispatchCommand(FORMAT_TEXT_COMMAND, "subscript"),
  Period: (editor) => editor.dispatchCommand(FORMAT_TEXT_COMMAND, "superscript"),
  BracketLeft: (editor) => editor.dispatchCommand(OUTDENT_CONTENT_COMMAND),
  BracketRight: (editor) => editor.dispatchCommand(INDENT_CONTENT_COMMAND),
  Backslash: () => $clearFormatting(),
};

const DIALOGS: Readonly<Record<string, DialogKind>> = {
  KeyK: "link",
  "alt+KeyF": "footnote",
  "alt+Digit9": "callout",
};

/**
 * The keys that are ours. None runs while an input method composes: Lexical does not send them on
 * then, and a stray one is told by its code 229. Tab moves on as everywhere, but for lists and
 * tables, and there too after Escape.
 */
export function registerKeys(editor: LexicalEditor, host: KeyHost): () => void {
  let isTabReleased = false;
  const release = (isReleased: boolean) => {
    if (isReleased !== isTabReleased) host.announceRelease(isReleased);
    isTabReleased = isReleased;
  };
  const onKey = (event: KeyboardEvent): boolean => {
    if (isComposing(event)) return false;
    if (event.key === "Tab") return onTab(editor, event, isTabReleased);
    if (event.key === "Escape") {
      release(true);
      return true;
    }
    if (event.key !== "Shift") release(false);
    if (isToToolbar(event)) {
      event.preventDefault();
      afterUpdate(host.focusToolbar);
      return true;
    }
    return onShortcut(editor, event, host);
  };
  return mergeRegister(
    editor.registerCommand(KEY_DOWN_COMMAND, onKey, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(
      BLUR_COMMAND,
      () => {
        release(false);
        return false;
      },
      COMMAND_PRIORITY_LOW,
    ),
  );
}

/** A key is handled inside an update of Lexical, whose end may draw the focus back into the text. */
function afterUpdate(act: () => void): void {
  setTimeout(act);
}

function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

export function isToToolbar(event: { key: string; altKey: boolean }): boolean {
  return event.key === "F6" || (event.key === "F10" && event.altKey);
}

/** True where the browser shall do with Tab what it always does. */
function onTab(editor: LexicalEditor, event: KeyboardEvent, isReleased: boolean): boolean {
  const selection = $getSelection();
  if (isReleased || !$isRangeSelection(selection)) return true;
  const item = $itemAt(selection);
  if (!item) return $findCellNode(selection.anchor.getNode()) === null;
  if (event.shiftKey && item.getIndent() === 0) return true;
  event.preventDefault();
  if (event.shiftKey) editor.dispatchCommand(OUTDENT_CONTENT_COMMAND);
  else if ($canIndentItem(item)) editor.dispatchCommand(INDENT_CONTENT_COMMAND);
  return true;
}

function onShortcut(editor: LexicalEditor, event: KeyboardEvent, host: KeyHost): boolean {
  const hasControl = event.ctrlKey || event.metaKey;
  if (event.key === "Enter") return onEnter(event, hasControl, host);
  if (!hasControl) return false;
  const name = `${event.altKey ? "alt+" : ""}${event.shiftKey ? "shift+" : ""}${event.code}`;
  const kind = DIALOGS[name];
  if (kind) {
    event.preventDefault();
    event.stopPropagation();
    if (kind !== "callout" || $canCallout()) afterUpdate(() => host.open(kind));
    return true;
  }
  const act = SHORTCUTS[name];
  if (!act) return false;
  event.preventDefault();
  act(editor);
  return true;
}

function onEnter(event: KeyboardEvent, hasControl: boolean, host: KeyHost): boolean {
  // The screen around may send its form with it; a line break would be a surprise.
  if (hasControl) event.preventDefault();
  else {
    const kind = event.altKey ? $dialogAtSelection() : null;
    if (!kind) return false;
    event.preventDefault();
    afterUpdate(() => host.open(kind));
  }
  return true;
}
