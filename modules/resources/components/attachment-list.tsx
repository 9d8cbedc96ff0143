"use client";

import { useState } from "react";
import { sayProblems } from "#components/desk/ask.ts";
import type { TextState } from "#db/enums/media.ts";
import type { Uploaded } from "#modules/resources/components/upload.ts";
import { uploadFile } from "#modules/resources/components/upload.ts";

export type Attachment = { assetId: number; title: string };

type Props = {
  siteId: number;
  attachments: readonly Attachment[];
  /** Whether the words of each file can be searched. */
  textStates: ReadonlyMap<number, TextState | null>;
  onChange: (attachments: Attachment[]) => void;
  words: Record<string, string>;
};

/** A scan whose words nobody can search is the editor's to replace. */
function TextNote({ state, words }: { state: TextState | null } & Pick<Props, "words">) {
  return state === null ? null : <small>{words[`edit.text-states.${state}`]}</small>;
}

/** Files that go with the text; their titles are what citizens read. */
export function AttachmentList({ siteId, attachments, textStates, onChange, words }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  const add = async (files: FileList | null) => {
    setProblem(null);
    const added: Uploaded[] = [];
    for (const file of files ?? []) {
      const answer = await uploadFile(siteId, file);
      if (answer.ok) added.push(answer.value);
      else setProblem(`${file.name}：${sayProblems(answer.problems, words)}`);
    }
    const known = new Set(attachments.map(({ assetId }) => assetId));
    const fresh = added.filter(({ assetId }) => !known.has(assetId));
    onChange([...attachments, ...fresh.map(({ assetId, name }) => ({ assetId, title: name }))]);
  };
  const rename = (assetId: number, title: string) =>
    onChange(attachments.map((file) => (file.assetId === assetId ? { assetId, title } : file)));
  return (
    <fieldset className="attachments">
      <legend>{words["edit.attachments"]}</legend>
      {problem && (
        <p className="problems" role="alert">
          {problem}
        </p>
      )}
      <ul>
        {attachments.map(({ assetId, title }) => (
          <li key={assetId}>
            <input
              aria-label={words["edit.attachment-title"]}
              value={title}
              maxLength={120}
              onChange={(event) => rename(assetId, event.target.value)}
            />
            <TextNote state={textStates.get(assetId) ?? null} words={words} />
            <button
              type="button"
              className="plain"
              onClick={() => onChange(attachments.filter((file) => file.assetId !== assetId))}
            >
              {words["edit.remove"]}
            </button>
          </li>
        ))}
      </ul>
      <label htmlFor="attach">{words["edit.attach"]}</label>
      <input id="attach" type="file" multiple onChange={(event) => add(event.target.files)} />
    </fieldset>
  );
}
