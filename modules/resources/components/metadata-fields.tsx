"use client";

import type { ResourceType } from "#db/enums/resources.ts";
import type { MetadataField } from "#modules/resources/types/domain.ts";
import { fieldText, fieldValue, METADATA_FIELDS } from "#modules/resources/types/domain.ts";

type Props = {
  type: ResourceType;
  metadata: Readonly<Record<string, unknown>>;
  onChange: (metadata: Record<string, unknown>) => void;
  words: Record<string, string>;
};

type FieldProps = {
  field: MetadataField;
  value: unknown;
  onType: (text: string) => void;
};

function Field({ field, value, onType }: FieldProps) {
  const id = `meta-${field.name}`;
  const text = fieldText(field, value);
  if (field.kind === "text" || field.kind === "lines")
    return (
      <textarea
        id={id}
        rows={4}
        defaultValue={text}
        onChange={(event) => onType(event.target.value)}
      />
    );
  return (
    <input
      id={id}
      type={field.kind === "day" ? "date" : "text"}
      defaultValue={text}
      onChange={(event) => onType(event.target.value)}
    />
  );
}

/** The index fields of a piece; what has no field here stays as it was. */
export function MetadataFields({ type, metadata, onChange, words }: Props) {
  return (METADATA_FIELDS[type] ?? []).map((field) => (
    <p key={field.name}>
      <label htmlFor={`meta-${field.name}`}>{words[`meta.${field.name}`]}</label>
      <Field
        field={field}
        value={metadata[field.name]}
        onType={(text) => onChange({ ...metadata, [field.name]: fieldValue(field, text) })}
      />
    </p>
  ));
}
