"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ask, sayProblems } from "#components/desk/ask.ts";
import { sayFrom } from "#components/desk/say.ts";
import { SynonymForm } from "#modules/search/components/synonym-form.tsx";
import type { WordRow } from "#modules/search/components/word-table.tsx";
import { WordTable } from "#modules/search/components/word-table.tsx";
import { WordUpload } from "#modules/search/components/word-upload.tsx";

type Props = {
  siteId: number;
  rows: readonly WordRow[];
  /** What is said when there are no rows. */
  empty: string;
  words: Record<string, string>;
  children: React.ReactNode;
  /** Ways to the other screens of the list. */
  ends: React.ReactNode;
};

/** Synonyms: one by one, or a file of them. `children`: how the list is narrowed. */
export function SynonymDesk({ siteId, rows, empty, words, children, ends }: Props) {
  const say = sayFrom(words);
  const router = useRouter();
  const [editing, setEditing] = useState<WordRow | null>(null);
  const [told, setTold] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const done = (text: string) => {
    setEditing(null);
    setProblem(null);
    setTold(text);
    router.refresh();
  };
  const remove = async (word: string) => {
    const answer = await ask("/admin/api/search/synonyms/delete", { word });
    if (answer.ok) done(say("edit.deleted", { word }));
    else setProblem(sayProblems(answer.problems, words));
  };
  return (
    <>
      <SynonymForm
        key={editing?.word ?? ""}
        siteId={siteId}
        row={editing && { word: editing.word, official: editing.official ?? [] }}
        words={words}
        onSaved={(word) => done(say("edit.saved-word", { word }))}
        onCancel={() => setEditing(null)}
      />
      <p role="status">{told}</p>
      {problem && (
        <p className="problems" role="alert">
          {problem}
        </p>
      )}
      {children}
      {rows.length === 0 ? (
        <p>{empty}</p>
      ) : (
        <WordTable
          rows={rows}
          head="word"
          sure={(word) => say("words.sure", { word })}
          say={say}
          onEdit={setEditing}
          onDelete={(word) => void remove(word)}
        />
      )}
      {ends}
      <WordUpload
        address="/admin/api/search/synonyms"
        hint={say("words.upload-words")}
        fileName={`${say("words.title")}.txt`}
        words={words}
        onDone={() => done("")}
      />
    </>
  );
}
