import type { FormEvent, ReactNode } from "react";
import type { EditorWords } from "../editor-words.ts";
import { wordOf } from "../editor-words.ts";
import { Modal } from "./modal.tsx";

type Props = {
  title: string;
  words: EditorWords;
  isBusy?: boolean;
  onApply: (() => void) | (() => Promise<void>);
  onClose: () => void;
  /** A further button, beside the two that every dialog has. */
  more?: ReactNode;
  children: ReactNode;
};

export function DialogForm({ title, words, isBusy, onApply, onClose, more, children }: Props) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (!isBusy) void onApply();
  };
  return (
    <Modal title={title} onClose={onClose}>
      <form noValidate onSubmit={submit} aria-busy={isBusy}>
        {children}
        <p className="rte-acts">
          <button type="submit" className="rte-main" aria-disabled={isBusy || undefined}>
            {wordOf(words, "dialog.apply")}
          </button>
          <button type="button" onClick={onClose}>
            {wordOf(words, "dialog.cancel")}
          </button>
          {more}
        </p>
      </form>
    </Modal>
  );
}
