"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ask, sayProblems } from "#components/desk/ask.ts";
import { sayFrom } from "#components/desk/say.ts";
import type { WordRow } from "#modules/search/components/word-table.tsx";
import { WordTable } from "#modules/search/components/word-table.tsx";
import { WordUpload } from "#modules/search/components/word-upload.tsx";

type Props = {
  rows: readonly WordRow[];
  /** What is said when there are no rows. */
  empty: string;
  words: Record<string, string>;
  children: React.ReactNode;
  /** Ways to the other screens of the list. */
  ends: React.ReactNode;
};

/** Words that are never corrected: one by one, or a file of them. `children`: how the list is narrowed. */
export function ProtectedDesk({ rows, empty, words, children, ends }: Props) {
  const say = sayFrom(words);
  const router = useRouter();
  const [word, setWord] = useState("");
  const [told, setTold] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const run = async (address: string, of: string, text: string): Promise<boolean> => {
    const answer = await ask(`/admin/api/search/protected${address}`, { word: of });
    setProblem(answer.ok ? null : sayProblems(answer.problems, words));
    setTold(answer.ok ? text : "");
    if (answer.ok) router.refresh();
    return answer.ok;
  };
  const add = async (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const added = word.trim();
    if (await run("", added, say("edit.saved-word", { word: added }))) setWord("");
  };
  return (
    <>
      <form className="sheet" onSubmit={add} aria-labelledby="protected-title">
        <h2 id="protected-title">{say("protected.add")}</h2>
        {problem && (
          <p className="problems" role="alert">
            {problem}
          </p>
        )}
        <label htmlFor="word">{say("protected.word")}</label>
        <input
          id="word"
          value={word}
          required
          maxLength={20}
          autoComplete="off"
          onChange={(event) => setWord(event.target.value)}
        />
        <p>
          <button type="submit">{say("edit.add")}</button>
        </p>
      </form>
      <p role="status">{told}</p>
      {children}
      {rows.length === 0 ? (
        <p>{empty}</p>
      ) : (
        <WordTable
          rows={rows}
          head="protected"
          sure={(one) => say("protected.sure", { word: one })}
          say={say}
          onDelete={(one) => void run("/delete", one, say("edit.deleted", { word: one }))}
        />
      )}
      {ends}
      <WordUpload
        address="/admin/api/search/protected"
        hint={say("protected.upload-words")}
        fileName={`${say("protected.title")}.txt`}
        words={words}
        onDone={() => {
          setTold("");
          router.refresh();
        }}
      />
    </>
  );
}
