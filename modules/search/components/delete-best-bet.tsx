"use client";

import { useState } from "react";
import { ask, sayProblems } from "#components/desk/ask.ts";
import { sayFrom } from "#components/desk/say.ts";
import { ConfirmButton } from "#modules/search/components/confirm-button.tsx";

type Props = { id: number; name: string; words: Record<string, string> };

export function DeleteBestBet({ id, name, words }: Props) {
  const say = sayFrom(words);
  const [problem, setProblem] = useState<string | null>(null);
  const remove = async () => {
    const answer = await ask("/admin/api/search/best-bets/delete", { id });
    if (answer.ok) window.location.reload();
    else setProblem(sayProblems(answer.problems, words));
  };
  return (
    <>
      <ConfirmButton
        label={say("best-bets.delete")}
        name={say("best-bets.delete-of", { name })}
        question={say("best-bets.sure", { name })}
        confirm={say("edit.confirm-delete")}
        cancel={say("edit.cancel")}
        onConfirm={() => void remove()}
      />
      {problem && <span role="alert"> {problem}</span>}
    </>
  );
}
