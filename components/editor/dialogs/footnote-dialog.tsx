import { useState } from "react";
import { MAX_NOTE_LENGTH } from "#lib/richtext/limits.ts";
import {
  $changeFootnote,
  $footnoteAtSelection,
  $insertFootnote,
  $removeFootnote,
} from "../commands/footnotes.ts";
import { wordOf } from "../editor-words.ts";
import { DialogForm } from "./dialog-form.tsx";
import type { DialogHost } from "./dialog-host.ts";
import { TextField } from "./field.tsx";

export function FootnoteDialog({ editor, words, finish }: DialogHost) {
  const [placed] = useState(() =>
    editor.read(() => {
      const note = $footnoteAtSelection();
      return note && { key: note.getKey(), text: note.getText() };
    }),
  );
  const [typed, setTyped] = useState(placed?.text ?? "");
  const [isRefused, setRefused] = useState(false);
  const apply = () => {
    const text = typed.trim();
    if (text === "") return setRefused(true);
    finish(() => (placed ? $changeFootnote(placed.key, text) : $insertFootnote(text)));
  };
  const remove = placed && (
    <button type="button" onClick={() => finish(() => $removeFootnote(placed.key))}>
      {wordOf(words, "footnote.remove")}
    </button>
  );
  return (
    <DialogForm
      title={wordOf(words, "footnote.title")}
      words={words}
      onApply={apply}
      onClose={() => finish()}
      more={remove}
    >
      <TextField
        label={wordOf(words, "footnote.text")}
        hint={wordOf(words, "footnote.hint")}
        problem={isRefused ? wordOf(words, "footnote.text-needed") : null}
        value={typed}
        required
        maxLength={MAX_NOTE_LENGTH}
        onChange={(event) => {
          setTyped(event.target.value);
          setRefused(false);
        }}
      />
    </DialogForm>
  );
}
