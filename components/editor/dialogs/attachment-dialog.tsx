import { useState } from "react";
import { MAX_FILE_TITLE_LENGTH } from "#lib/richtext/limits.ts";
import { $changeAttachment, $insertAttachment } from "../commands/files.ts";
import { $removeNode } from "../commands/images.ts";
import type { EditorWordKey } from "../editor-words.ts";
import { wordOf } from "../editor-words.ts";
import type { AttachmentFields } from "../nodes/attachment-node.ts";
import { DialogForm } from "./dialog-form.tsx";
import type { DialogHost } from "./dialog-host.ts";
import { Field } from "./field.tsx";
import { useTries } from "./use-tries.ts";

export type PlacedAttachment = { key: string; fields: AttachmentFields };

type Props = DialogHost & {
  placed: PlacedAttachment | null;
  store: (file: File) => Promise<{ assetId: number; name: string }>;
};

export function AttachmentDialog({ words, finish, placed, store }: Props) {
  const [file, setFile] = useState<File | null>(null);
  const [typed, setTyped] = useState(placed?.fields.title ?? "");
  const { isBusy, problemAt, refuse, send } = useTries<"file" | "title">(words);
  const say = (key: EditorWordKey) => wordOf(words, key);
  const title = typed.trim();
  const apply = async () => {
    if (placed && title === "") return refuse("title", "attachment.name-needed");
    if (placed) return finish(() => $changeAttachment(placed.key, { title }));
    if (!file) return refuse("file", "attachment.file-needed");
    await send("file", "attachment.failed", async () => {
      const { assetId, name } = await store(file);
      const called = (title || name).slice(0, MAX_FILE_TITLE_LENGTH);
      finish(() => $insertAttachment({ assetId, title: called }));
    });
  };
  const remove = placed && (
    <button type="button" onClick={() => finish(() => $removeNode(placed.key))}>
      {say("attachment.remove")}
    </button>
  );
  return (
    <DialogForm
      title={say("attachment.title")}
      words={words}
      isBusy={isBusy}
      onApply={apply}
      onClose={() => finish()}
      more={remove}
    >
      {!placed && (
        <Field
          label={say("attachment.file")}
          hint={say("attachment.file-hint")}
          problem={problemAt("file")}
          type="file"
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
      )}
      <Field
        label={say("attachment.name")}
        hint={placed ? undefined : say("attachment.name-hint")}
        problem={problemAt("title")}
        value={typed}
        maxLength={MAX_FILE_TITLE_LENGTH}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p role="status">{isBusy && say("attachment.uploading")}</p>
    </DialogForm>
  );
}
