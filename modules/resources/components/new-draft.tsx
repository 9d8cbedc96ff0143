"use client";

import { useState } from "react";
import { ask, sayProblems } from "#modules/resources/components/ask.ts";

type Props = { columnId: number; columnName: string; words: Record<string, string> };

/** Starts a piece in this column and goes to its editor. */
export function NewDraft({ columnId, columnName, words }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  const create = async () => {
    const answer = await ask<{ editionId: number }>("/admin/api/drafts", { columnId });
    if (answer.ok) window.location.assign(`/admin/content/${answer.value.editionId}`);
    else setProblem(sayProblems(answer.problems, words));
  };
  return (
    <p>
      <button type="button" onClick={create}>
        {(words["list.new"] ?? "").replace("{{name}}", columnName)}
      </button>
      {problem && <span role="alert"> {problem}</span>}
    </p>
  );
}
