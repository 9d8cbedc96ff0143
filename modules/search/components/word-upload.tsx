"use client";

import { useState } from "react";
import type { Problem } from "#components/desk/ask.ts";
import { readAnswer, sayProblems } from "#components/desk/ask.ts";
import { sayFrom } from "#components/desk/say.ts";

type Props = {
  /** Where a file is sent; `…/file` beside it gives one out. */
  address: string;
  hint: string;
  fileName: string;
  words: Record<string, string>;
  onDone: () => void;
};

/** Many words at once: a file in, all of them or none, and a file out. */
export function WordUpload({ address, hint, fileName, words, onDone }: Props) {
  const say = sayFrom(words);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [done, setDone] = useState<number | null>(null);
  const upload = async (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const body = new FormData(form);
    setDone(null);
    const answer = await readAnswer<{ count: number }>(
      fetch(`${address}/upload`, { method: "POST", body }),
    );
    setProblems(answer.ok ? [] : answer.problems);
    if (!answer.ok) return;
    form.reset();
    setDone(answer.value.count);
    onDone();
  };
  const isWrong = problems.some((problem) => typeof problem !== "string");
  return (
    <section aria-labelledby="upload-title">
      <h2 id="upload-title">{say("file.title")}</h2>
      <p id="upload-hint">{hint}</p>
      {problems.length > 0 && (
        <div className="problems" role="alert">
          {isWrong && <p>{say("file.wrong")}</p>}
          <ul>
            {problems.map((problem) => (
              <li key={typeof problem === "string" ? problem : problem.limit}>
                {sayProblems([problem], words)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <p role="status">{done !== null && say("file.done", { count: done })}</p>
      <form className="filter" onSubmit={upload}>
        <p>
          <label htmlFor="file">{say("file.choose")}</label>
          <input
            id="file"
            name="file"
            type="file"
            accept=".txt,.tsv,.csv,text/plain"
            aria-describedby="upload-hint"
            required
          />
        </p>
        <button type="submit">{say("file.upload")}</button>
        <a className="plain" href={`${address}/file`} download={fileName}>
          {say("file.download")}
        </a>
      </form>
    </section>
  );
}
