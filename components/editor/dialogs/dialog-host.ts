import type { LexicalEditor } from "lexical";
import type { EditorWords } from "../editor-words.ts";

/** What a dialog has to do with the editor it was opened from. */
export type DialogHost = {
  editor: LexicalEditor;
  words: EditorWords;
  /** Closes, puts the selection back where it was, and then changes the text with it. */
  finish: ($change?: () => void) => void;
};
