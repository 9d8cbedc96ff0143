"use client";

import { formatMoment } from "#lib/format/moment.ts";
import type { Attachment } from "#modules/resources/components/attachment-list.tsx";
import { AttachmentList } from "#modules/resources/components/attachment-list.tsx";
import { ColumnPicker } from "#modules/resources/components/column-picker.tsx";
import { MetadataFields } from "#modules/resources/components/metadata-fields.tsx";
import type { EditionView } from "#modules/resources/drafts/loaders.ts";

/** What the form holds beside the text, as it stands in its fields. */
export type Fields = {
  title: string;
  subtitle: string;
  summary: string;
  author: string;
  source: string;
  tags: string;
  /** `YYYY-MM-DDTHH:MM`; "" for the moment of the release. */
  publishedAt: string;
  metadata: Record<string, unknown>;
  columnIds: number[];
  attachments: Attachment[];
};

const SIDE_FIELDS = ["source", "subtitle", "author", "summary", "tags"] as const;

export function firstFields({ detail }: EditionView): Fields {
  const { title, subtitle, summary, author, source, tags, places, files } = detail;
  const waiting = places.find(({ path, publishedAt }) => path === null && publishedAt !== null);
  return {
    title,
    subtitle: subtitle ?? "",
    summary: summary ?? "",
    author: author ?? "",
    source: source ?? "",
    tags: tags.join(" "),
    publishedAt: waiting?.publishedAt ? formatMoment(waiting.publishedAt).replace(" ", "T") : "",
    // Safe because the schema of the type makes objects.
    metadata: detail.metadata as Record<string, unknown>,
    columnIds: places.map(({ columnId }) => columnId),
    attachments: files
      .filter(({ role }) => role === "attachment")
      .map(({ assetId, title: name }) => ({ assetId, title: name })),
  };
}

type Props = {
  screen: EditionView;
  fields: Fields;
  change: (change: Partial<Fields>) => void;
  words: Record<string, string>;
};

/** Everything that is said of a piece beside its title and text. */
export function EditionSide({ screen, fields, change, words }: Props) {
  const { detail } = screen;
  return (
    <aside>
      {SIDE_FIELDS.map((name) => (
        <p key={name}>
          <label htmlFor={name}>{words[`edit.${name}`]}</label>
          <input
            id={name}
            value={fields[name]}
            onChange={(event) => change({ [name]: event.target.value })}
          />
        </p>
      ))}
      {detail.places.every(({ path }) => path === null) && (
        <p>
          <label htmlFor="published">{words["edit.published"]}</label>
          <input
            id="published"
            type="datetime-local"
            value={fields.publishedAt}
            onChange={(event) => change({ publishedAt: event.target.value })}
          />
        </p>
      )}
      <MetadataFields
        type={detail.type}
        metadata={fields.metadata}
        onChange={(metadata) => change({ metadata })}
        words={words}
      />
      <AttachmentList
        siteId={detail.places[0]?.siteId ?? 0}
        attachments={fields.attachments}
        textStates={new Map(detail.files.map(({ assetId, textState }) => [assetId, textState]))}
        onChange={(attachments) => change({ attachments })}
        words={words}
      />
      <ColumnPicker
        legend={words["edit.columns"] ?? ""}
        columns={screen.columns}
        chosen={fields.columnIds}
        onChange={(columnIds) => change({ columnIds })}
      />
    </aside>
  );
}
