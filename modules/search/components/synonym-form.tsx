"use client";

import { useEffect, useRef, useState } from "react";
import type { Problem } from "#components/desk/ask.ts";
import { ask, sayProblems } from "#components/desk/ask.ts";
import { sayFrom } from "#components/desk/say.ts";
import { SynonymTrial } from "#modules/search/components/synonym-trial.tsx";
import type { Trial } from "#modules/search/curation/commands/trial.ts";

type Props = {
  siteId: number;
  /** The row that is changed; null: a new one. */
  row: { word: string; official: readonly string[] } | null;
  words: Record<string, string>;
  onSaved: (word: string) => void;
  onCancel: () => void;
};

const namesIn = (text: string): string[] =>
  text
    .split(/[,，\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");

/** One word with its official names, to be tried before it is kept. */
export function SynonymForm({ siteId, row, words, onSaved, onCancel }: Props) {
  const say = sayFrom(words);
  const [word, setWord] = useState(row?.word ?? "");
  const [names, setNames] = useState(row?.official.join("，") ?? "");
  const [problems, setProblems] = useState<Problem[]>([]);
  const [trial, setTrial] = useState<{ word: string; value: Trial } | null>(null);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (row) first.current?.focus();
  }, [row]);

  const post = async <Value,>(address: string, body: object): Promise<Value | null> => {
    setTrial(null);
    const sent = { word: word.trim(), official: namesIn(names), ...body };
    const answer = await ask<Value>(`/admin/api/search/synonyms${address}`, sent);
    setProblems(answer.ok ? [] : answer.problems);
    return answer.ok ? answer.value : null;
  };
  const save = async (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const saved = await post<{ word: string }>("", { before: row?.word ?? null });
    if (!saved) return;
    setWord("");
    setNames("");
    onSaved(saved.word);
  };
  const tryOut = async (form: HTMLFormElement | null) => {
    if (!form?.reportValidity()) return;
    const value = await post<Trial>("/trial", { siteId });
    if (value) setTrial({ word: word.trim(), value });
  };
  return (
    <form className="sheet" onSubmit={save} aria-labelledby="synonym-title">
      <h2 id="synonym-title">{row ? say("words.change", { word: row.word }) : say("words.add")}</h2>
      {problems.length > 0 && (
        <p className="problems" role="alert">
          {sayProblems(problems, words)}
        </p>
      )}
      <label htmlFor="word">{say("words.word")}</label>
      <input
        id="word"
        ref={first}
        value={word}
        required
        maxLength={20}
        autoComplete="off"
        onChange={(event) => setWord(event.target.value)}
      />
      <label htmlFor="official">{say("words.official")}</label>
      <input
        id="official"
        value={names}
        required
        autoComplete="off"
        onChange={(event) => setNames(event.target.value)}
      />
      <p>
        <button type="submit">{say(row ? "edit.save" : "edit.add")}</button>
        <button
          type="button"
          className="plain"
          onClick={(event) => void tryOut(event.currentTarget.form)}
        >
          {say("words.try")}
        </button>
        {row && (
          <button type="button" className="plain" onClick={onCancel}>
            {say("edit.cancel")}
          </button>
        )}
      </p>
      <div role="status">
        {trial && <SynonymTrial word={trial.word} trial={trial.value} say={say} />}
      </div>
    </form>
  );
}
