import { useState } from "react";
import { isAbsoluteAddress } from "#lib/richtext/address.ts";
import { $linkAtSelection, $removeLink, $setLink, readAddress } from "../commands/links.ts";
import { wordOf } from "../editor-words.ts";
import { DialogForm } from "./dialog-form.tsx";
import type { DialogHost } from "./dialog-host.ts";
import { Field } from "./field.tsx";

type Props = DialogHost & { isCaret: boolean };

export function LinkDialog({ editor, words, finish, isCaret }: Props) {
  const [before] = useState(() => editor.read(() => $linkAtSelection()?.getURL() ?? null));
  const [typed, setTyped] = useState(before ?? "");
  const [text, setText] = useState("");
  const [isRefused, setRefused] = useState(false);
  const address = readAddress(typed);
  const apply = () => {
    if (address === null) return setRefused(true);
    finish(() => $setLink(address, text));
  };
  const remove = before !== null && (
    <button type="button" onClick={() => finish($removeLink)}>
      {wordOf(words, "link.remove")}
    </button>
  );
  return (
    <DialogForm
      title={wordOf(words, "link.title")}
      words={words}
      onApply={apply}
      onClose={() => finish()}
      more={remove}
    >
      <Field
        label={wordOf(words, "link.address")}
        hint={wordOf(words, "link.address-hint")}
        problem={isRefused ? wordOf(words, "link.refused") : null}
        value={typed}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setTyped(event.target.value);
          setRefused(false);
        }}
      />
      {isCaret && before === null && (
        <Field
          label={wordOf(words, "link.words")}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      {address !== null && isAbsoluteAddress(address) && (
        <p>
          <a href={address} target="_blank" rel="noopener noreferrer">
            {wordOf(words, "link.open")}
          </a>
        </p>
      )}
    </DialogForm>
  );
}
