"use client";

import { useRef } from "react";

type Props = {
  label: string;
  /** What the button does, with the thing's name, for who hears it apart from its row. */
  name: string;
  question: string;
  confirm: string;
  cancel: string;
  onConfirm: () => void;
};

/** Asks once more before something is lost. A native dialog: Escape cancels, and focus comes back. */
export function ConfirmButton({ label, name, question, confirm, cancel, onConfirm }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button
        type="button"
        className="plain"
        aria-label={name}
        onClick={() => dialog.current?.showModal()}
      >
        {label}
      </button>
      <dialog ref={dialog} className="confirm" aria-label={question}>
        <p>{question}</p>
        <p>
          <button
            type="button"
            onClick={() => {
              dialog.current?.close();
              onConfirm();
            }}
          >
            {confirm}
          </button>
          <button type="button" className="plain" onClick={() => dialog.current?.close()}>
            {cancel}
          </button>
        </p>
      </dialog>
    </>
  );
}
