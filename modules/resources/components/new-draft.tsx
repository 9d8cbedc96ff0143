"use client";

import { useState } from "react";
import { ask, sayProblems } from "#components/desk/ask.ts";
import type { NewType } from "#modules/resources/drafts/domain.ts";
import { NEW_TYPES } from "#modules/resources/drafts/domain.ts";

type Props = { columnId: number; columnName: string; words: Record<string, string> };

/** Starts a piece in this column and goes to its editor. */
export function NewDraft({ columnId, columnName, words }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  const [type, setType] = useState<NewType>("article");
  const create = async () => {
    const answer = await ask<{ editionId: number }>("/admin/api/drafts", {
      columnId,
      type,
    });
    if (answer.ok) window.location.assign(`/admin/content/${answer.value.editionId}`);
    else setProblem(sayProblems(answer.problems, words));
  };
  return (
    <p>
      <label className="inline" htmlFor="new-type">
        {words["list.type"]}
      </label>
      <select
        id="new-type"
        value={type}
        onChange={(event) => setType(event.target.value as NewType)}
      >
        {NEW_TYPES.map((name) => (
          <option key={name} value={name}>
            {words[`type.${name}`]}
          </option>
        ))}
      </select>{" "}
      <button type="button" onClick={create}>
        {(words["list.new"] ?? "").replace("{{name}}", columnName)}
      </button>
      {problem && <span role="alert"> {problem}</span>}
    </p>
  );
}
