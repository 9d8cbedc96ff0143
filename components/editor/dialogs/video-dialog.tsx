import { useState } from "react";
import { MAX_CAPTION_LENGTH, MAX_TRANSCRIPT_LENGTH } from "#lib/richtext/limits.ts";
import { $changeVideo, $insertVideo } from "../commands/files.ts";
import { $removeNode } from "../commands/images.ts";
import type { EditorWordKey } from "../editor-words.ts";
import { wordOf } from "../editor-words.ts";
import type { VideoFields } from "../nodes/video-node.ts";
import { DialogForm } from "./dialog-form.tsx";
import type { DialogHost } from "./dialog-host.ts";
import { Field, TextField } from "./field.tsx";
import { useTries } from "./use-tries.ts";

/** A film that stands in the text already, with the address it is played from. */
export type PlacedVideo = { key: string; fields: VideoFields; src: string };

type Props = DialogHost & {
  placed: PlacedVideo | null;
  store: (file: File) => Promise<{ assetId: number }>;
};

export function VideoDialog({ words, finish, placed, store }: Props) {
  const [film, setFilm] = useState<File | null>(null);
  const [poster, setPoster] = useState<File | null>(null);
  const [caption, setCaption] = useState(placed?.fields.caption ?? "");
  const [transcript, setTranscript] = useState(placed?.fields.transcript ?? "");
  const { isBusy, problemAt, refuse, send } = useTries<
    "film" | "poster" | "caption" | "transcript"
  >(words);
  const say = (key: EditorWordKey) => wordOf(words, key);
  const apply = async () => {
    const said = { caption: caption.trim(), transcript: transcript.trim() };
    if (!film && !placed) return refuse("film", "video.file-needed");
    if (said.caption === "") return refuse("caption", "video.caption-needed");
    if (said.transcript === "") return refuse("transcript", "video.transcript-needed");
    await send(film ? "film" : "poster", "video.failed", async () => {
      const stored = film ? { assetId: (await store(film)).assetId } : {};
      const picture = poster ? { posterId: (await store(poster)).assetId } : {};
      const fields = { ...stored, ...picture, ...said };
      finish(() => (placed ? $changeVideo(placed.key, fields) : $insertVideo(fields)));
    });
  };
  const remove = placed && (
    <button type="button" onClick={() => finish(() => $removeNode(placed.key))}>
      {say("video.remove")}
    </button>
  );
  return (
    <DialogForm
      title={say("video.title")}
      words={words}
      isBusy={isBusy}
      onApply={apply}
      onClose={() => finish()}
      more={remove}
    >
      {placed && (
        // biome-ignore lint/a11y/useMediaCaption: the transcript stands below it.
        <video className="rte-preview" controls preload="metadata" src={placed.src} />
      )}
      {!placed && (
        <Field
          label={say("video.file")}
          hint={say("video.file-hint")}
          problem={problemAt("film")}
          type="file"
          accept="video/mp4,video/webm"
          onChange={(event) => setFilm(event.target.files?.[0] ?? null)}
        />
      )}
      <Field
        label={say("video.poster")}
        problem={problemAt("poster")}
        type="file"
        accept="image/*"
        onChange={(event) => setPoster(event.target.files?.[0] ?? null)}
      />
      <Field
        label={say("video.caption")}
        problem={problemAt("caption")}
        value={caption}
        required
        maxLength={MAX_CAPTION_LENGTH}
        onChange={(event) => setCaption(event.target.value)}
      />
      <TextField
        label={say("video.transcript")}
        hint={say("video.transcript-hint")}
        problem={problemAt("transcript")}
        value={transcript}
        required
        maxLength={MAX_TRANSCRIPT_LENGTH}
        onChange={(event) => setTranscript(event.target.value)}
      />
      <p role="status">{isBusy && say("video.uploading")}</p>
    </DialogForm>
  );
}
