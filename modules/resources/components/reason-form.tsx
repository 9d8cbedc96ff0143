"use client";

import { useState } from "react";

type Props = {
  label: string;
  words: Record<string, string>;
  onConfirm: (reason: string) => void;
  onCancel: () => void;
};

/** Asks why; nothing is returned or withdrawn without a reason. */
export function ReasonForm({ label, words, onConfirm, onCancel }: Props) {
  const [reason, setReason] = useState("");
  return (
    <form
      className="reason"
      onSubmit={(event) => {
        event.preventDefault();
        onConfirm(reason);
      }}
    >
      <label htmlFor="reason">{label}</label>
      <textarea
        id="reason"
        value={reason}
        required
        minLength={2}
        rows={3}
        onChange={(event) => setReason(event.target.value)}
      />
      <button type="submit">{words["edit.confirm"]}</button>
      <button type="button" className="plain" onClick={onCancel}>
        {words["edit.cancel"]}
      </button>
    </form>
  );
}
