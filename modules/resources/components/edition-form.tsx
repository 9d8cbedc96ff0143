"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { ask, sayProblems } from "#components/desk/ask.ts";
import type { RichTextEditorHandle } from "#components/editor/rich-text-editor.tsx";
import { RichTextEditor } from "#components/editor/rich-text-editor.tsx";
import type { RichTextDocument } from "#lib/richtext/schema.ts";
import type { Fields } from "#modules/resources/components/edition-side.tsx";
import { EditionSide, firstFields } from "#modules/resources/components/edition-side.tsx";
import { PreviewFrame } from "#modules/resources/components/preview-frame.tsx";
import { SaveLine } from "#modules/resources/components/save-line.tsx";
import { uploadFile } from "#modules/resources/components/upload.ts";
import { useAutosave } from "#modules/resources/components/use-autosave.ts";
import type { EditionView } from "#modules/resources/drafts/loaders.ts";

type Props = {
  screen: EditionView;
  words: Record<string, string>;
  editorWords: Record<string, string>;
  /** Hands the saving to the acts beside the form. */
  onReady: (save: () => Promise<boolean>) => void;
};

const pasteHtml = async (html: string): Promise<RichTextDocument> => {
  const answer = await ask<{ document: RichTextDocument }>("/admin/api/paste", { html });
  if (!answer.ok) throw new Error("paste");
  return answer.value.document;
};

/** Title, text and the rest of a draft, saved by itself two seconds after the last change. */
export function EditionForm({ screen, words, editorWords, onReady }: Props) {
  const { detail } = screen;
  const siteId = detail.places[0]?.siteId ?? 0;
  // Safe because the stored body passed the schema when it was written.
  const body = useRef(detail.body as RichTextDocument);
  const [fields, setFields] = useState<Fields>(() => firstFields(screen));
  const latest = useRef(fields);
  latest.current = fields;
  const read = useCallback(() => {
    const { tags, summary, subtitle, author, publishedAt, ...rest } = latest.current;
    const orNull = (text: string) => (text.trim() === "" ? null : text);
    return {
      ...rest,
      subtitle: orNull(subtitle),
      summary: orNull(summary),
      author: orNull(author),
      publishedAt: orNull(publishedAt),
      tags: [...new Set(tags.split(/\s+/).filter((name) => name !== ""))].slice(0, 20),
      body: body.current,
    };
  }, []);
  const editor = useRef<RichTextEditorHandle>(null);
  const flush = useCallback(() => void editor.current?.flush(), []);
  const source = useMemo(() => ({ read, flush }), [read, flush]);
  const saving = useAutosave(detail.editionId, detail.revision, source);
  const { touch, save } = saving;
  useEffect(() => onReady(save), [onReady, save]);
  const change = (change: Partial<Fields>) => {
    setFields((known) => ({ ...known, ...change }));
    touch();
  };
  return (
    <form className="edition-form" onSubmit={(event) => event.preventDefault()}>
      <div>
        <SaveLine saving={saving} words={words} />
        <p className="title-field">
          <label htmlFor="title">{words["edit.title"]}</label>
          <input
            id="title"
            value={fields.title}
            maxLength={200}
            onChange={(event) => change({ title: event.target.value })}
          />
          <span className="quiet">{[...fields.title].length} / 42</span>
        </p>
        <RichTextEditor
          ref={editor}
          label={words["edit.body"] ?? ""}
          initial={body.current}
          words={editorWords}
          pasteHtml={pasteHtml}
          onUpload={async (file) => {
            const answer = await uploadFile(siteId, file);
            if (!answer.ok) throw new Error(sayProblems(answer.problems, words));
            const { width, height, ...stored } = answer.value;
            return { ...stored, width: width ?? 0, height: height ?? 0 };
          }}
          resolveAsset={(assetId) => {
            const file = detail.files.find((known) => known.assetId === assetId);
            const src = `/admin/api/media/${assetId}`;
            const size = { width: file?.width ?? 0, height: file?.height ?? 0 };
            return file
              ? { src, ...size, extension: file.extension, sizeBytes: file.sizeBytes }
              : { src, ...size };
          }}
          onTouch={touch}
          onChange={(document: RichTextDocument) => {
            body.current = document;
            touch();
          }}
        />
        <details>
          <summary>{words["edit.preview"]}</summary>
          <PreviewFrame
            editionId={detail.editionId}
            revision={saving.revision.current}
            words={words}
          />
        </details>
      </div>
      <EditionSide screen={screen} fields={fields} change={change} words={words} />
    </form>
  );
}
