"use client";

import type { ResourceType } from "#db/enums/resources.ts";
import { fieldText, fieldValue, METADATA_FIELDS } from "#modules/resources/types/domain.ts";

type Props = {
  type: ResourceType;
  metadata: Readonly<Record<string, unknown>>;
  onChange: (metadata: Record<string, unknown>) => void;
  words: Record<string, string>;
};

/** The index fields of a piece; what has no field here stays as it was. */
export function MetadataFields({ type, metadata, onChange, words }: Props) {
  return (METADATA_FIELDS[type] ?? []).map((field) => (
    <p key={field.name}>
      <label htmlFor={`meta-${field.name}`}>{words[`meta.${field.name}`]}</label>
      <input
        id={`meta-${field.name}`}
        type={field.kind === "day" ? "date" : "text"}
        defaultValue={fieldText(metadata[field.name])}
        onChange={(event) =>
          onChange({ ...metadata, [field.name]: fieldValue(field, event.target.value) })
        }
      />
    </p>
  ));
}
