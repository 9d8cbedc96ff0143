"use client";

import { useState } from "react";
import { ask, sayProblems } from "#components/desk/ask.ts";
import { ReasonForm } from "#modules/resources/components/reason-form.tsx";
import type { EditionView } from "#modules/resources/drafts/loaders.ts";

type Props = {
  screen: EditionView;
  words: Record<string, string>;
  save: () => Promise<boolean>;
};

/** What may be done to the edition now: the same answers as the server will give. */
export function EditionActs({ screen: { detail, may }, words, save }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  const [asking, setAsking] = useState<"return" | "withdraw" | "archive" | "unarchive" | null>(
    null,
  );
  const post = (act: string, body: unknown = {}) =>
    ask<{ editionId?: number }>(`/admin/api/editions/${detail.editionId}/${act}`, body);

  /** One act after another; the first that fails says why and ends it. */
  const run = async (...acts: [act: string, body?: unknown][]) => {
    setProblem(null);
    if (!(await save())) return;
    for (const [act, body] of acts) {
      const answer = await post(act, body);
      if (!answer.ok) return setProblem(sayProblems(answer.problems, words));
      if (act === "edit" && answer.value.editionId)
        return window.location.assign(`/admin/content/${answer.value.editionId}`);
    }
    window.location.reload();
  };
  const seen = { revision: detail.revision };
  const acts: [isShown: boolean, key: string, run: () => void][] = [
    [may.submit, "submit", () => void run(["submit"])],
    [may.recall, "recall", () => void run(["recall"])],
    [may.review, "approve", () => void run(["approve", seen])],
    [may.review, "approve-release", () => void run(["approve", seen], ["release"])],
    [may.review, "return", () => setAsking("return")],
    [may.release, "release", () => void run(["release"])],
    [may.open, "edit", () => void run(["edit"])],
    [may.archive, "archive", () => setAsking("archive")],
    [may.unarchive, "unarchive", () => setAsking("unarchive")],
    [may.withdraw, "withdraw", () => setAsking("withdraw")],
  ];
  return (
    <section className="acts">
      {problem && (
        <p className="problems" role="alert">
          {problem}
        </p>
      )}
      {acts
        .filter(([isShown]) => isShown)
        .map(([, key, act]) => (
          <button key={key} type="button" onClick={act}>
            {words[`edit.${key}`]}
          </button>
        ))}
      {asking && (
        <ReasonForm
          label={words[`edit.${asking}-reason`] ?? ""}
          words={words}
          onCancel={() => setAsking(null)}
          onConfirm={(reason) => void run([asking, { reason }])}
        />
      )}
    </section>
  );
}
