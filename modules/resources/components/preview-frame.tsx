"use client";

import { useState } from "react";

type Props = { editionId: number; revision: number; words: Record<string, string> };

const FORMS = [
  { key: "std", variant: "std", width: 1280 },
  { key: "phone", variant: "std", width: 390 },
  { key: "care", variant: "care", width: 390 },
] as const;

/** The real page of an edition, at the widths that citizens have. */
export function PreviewFrame({ editionId, revision, words }: Props) {
  const [form, setForm] = useState<(typeof FORMS)[number]>(FORMS[0]);
  return (
    <section className="preview" aria-label={words["edit.preview"]}>
      <p>
        {FORMS.map((other) => (
          <button
            key={other.key}
            type="button"
            className="plain"
            aria-pressed={other === form}
            onClick={() => setForm(other)}
          >
            {words[`edit.preview-${other.key}`]} {other.width}
          </button>
        ))}
      </p>
      <iframe
        key={`${form.key} ${revision}`}
        title={words["edit.preview"] ?? ""}
        src={`/preview/${editionId}/${form.variant}`}
        width={form.width}
        height={720}
        sandbox="allow-same-origin"
      />
    </section>
  );
}
