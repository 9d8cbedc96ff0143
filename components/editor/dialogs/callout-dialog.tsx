import { useState } from "react";
import type { CalloutKind } from "#lib/richtext/callouts.ts";
import { CALLOUT_KINDS } from "#lib/richtext/callouts.ts";
import { $calloutAtSelection, $removeCallout, $setCallout } from "../commands/callouts.ts";
import { wordOf } from "../editor-words.ts";
import { DialogForm } from "./dialog-form.tsx";
import type { DialogHost } from "./dialog-host.ts";

export function CalloutDialog({ editor, words, finish }: DialogHost) {
  const [placed] = useState(() =>
    editor.read(() => {
      const callout = $calloutAtSelection();
      return callout && { key: callout.getKey(), kind: callout.getKind() };
    }),
  );
  const [kind, setKind] = useState<CalloutKind>(placed?.kind ?? "note");
  const remove = placed && (
    <button type="button" onClick={() => finish(() => $removeCallout(placed.key))}>
      {wordOf(words, "callout.remove")}
    </button>
  );
  return (
    <DialogForm
      title={wordOf(words, "callout.title")}
      words={words}
      onApply={() => finish(() => $setCallout(kind))}
      onClose={() => finish()}
      more={remove}
    >
      <fieldset className="rte-choice">
        <legend>{wordOf(words, "callout.kind")}</legend>
        {CALLOUT_KINDS.map((one) => (
          <label key={one} className="rte-check">
            <input
              type="radio"
              name="callout-kind"
              checked={one === kind}
              onChange={() => setKind(one)}
            />
            {wordOf(words, `callout.${one}`)}
          </label>
        ))}
      </fieldset>
    </DialogForm>
  );
}
