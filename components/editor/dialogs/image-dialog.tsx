import { useEffect, useState } from "react";
import { MAX_ALT_LENGTH, MAX_CAPTION_LENGTH } from "#lib/richtext/limits.ts";
import { $changeImage, $insertImage, $removeNode } from "../commands/images.ts";
import type { EditorWordKey } from "../editor-words.ts";
import { wordOf } from "../editor-words.ts";
import type { ImageFields } from "../nodes/image-node.ts";
import { DialogForm } from "./dialog-form.tsx";
import type { DialogHost } from "./dialog-host.ts";
import { Field } from "./field.tsx";
import { useTries } from "./use-tries.ts";

/** A picture that stands in the text already, with the address it is shown from. */
export type PlacedImage = { key: string; fields: ImageFields; src: string };

type Props = DialogHost & {
  placed: PlacedImage | null;
  /** From the clipboard or the pointer. */
  given: File | null;
  upload: (file: File) => Promise<Partial<ImageFields>>;
};

export function ImageDialog({ words, finish, placed, given, upload }: Props) {
  const [file, setFile] = useState(given);
  const [alt, setAlt] = useState(placed?.fields.alt ?? "");
  const [caption, setCaption] = useState(placed?.fields.caption ?? "");
  const { isBusy, problemAt, refuse, send } = useTries<"file" | "alt">(words);
  const preview = usePreview(file) ?? placed?.src;
  const say = (key: EditorWordKey) => wordOf(words, key);
  const said = { alt: alt.trim(), caption: caption.trim() };
  const add = (chosen: File) =>
    send("file", "image.failed", async () => {
      const stored = await upload(chosen);
      finish(() => $insertImage({ ...stored, ...said }));
    });
  const apply = async () => {
    if (!file && !placed) return refuse("file", "image.file-needed");
    if (said.alt === "") return refuse("alt", "image.alt-needed");
    if (file) await add(file);
    else finish(() => placed && $changeImage(placed.key, said));
  };
  const remove = placed && (
    <button type="button" onClick={() => finish(() => $removeNode(placed.key))}>
      {say("image.remove")}
    </button>
  );
  return (
    <DialogForm
      title={say("image.title")}
      words={words}
      isBusy={isBusy}
      onApply={apply}
      onClose={() => finish()}
      more={remove}
    >
      {preview && <img className="rte-preview" src={preview} alt="" />}
      {!placed && (
        <Field
          label={given?.name ?? say("image.file")}
          problem={problemAt("file")}
          type="file"
          accept="image/*"
          hidden={given !== null}
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
      )}
      <Field
        label={say("image.alt")}
        hint={say("image.alt-hint")}
        problem={problemAt("alt")}
        value={alt}
        required
        maxLength={MAX_ALT_LENGTH}
        onChange={(event) => setAlt(event.target.value)}
      />
      <Field
        label={say("image.caption")}
        value={caption}
        maxLength={MAX_CAPTION_LENGTH}
        onChange={(event) => setCaption(event.target.value)}
      />
      <p role="status">{isBusy && say("image.uploading")}</p>
    </DialogForm>
  );
}

function usePreview(file: File | null): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!file) return setAddress(null);
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address;
}
