"use client";

import { useState } from "react";
import { SEARCH_REMEDIES } from "#db/enums/searchlog.ts";
import type { Holder } from "#modules/access/queries/accounts.ts";
import { post } from "#modules/searchlog/components/post.ts";
import type { TaskRow } from "#modules/searchlog/loaders.ts";

type Props = { task: TaskRow; holders: readonly Holder[]; words: Record<string, string> };
type FormProps = {
  act: string;
  words: Record<string, string>;
  onSend: (given: Record<string, FormDataEntryValue>) => void;
  children: React.ReactNode;
};

/** One act with what it asks for; the button says what it does. */
function ActForm({ act, words, onSend, children }: FormProps) {
  return (
    <form
      className="act-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSend(Object.fromEntries(new FormData(event.currentTarget)));
      }}
    >
      <h3>{words[act]}</h3>
      {children}
      <button type="submit">{words[`${act}-go`]}</button>
    </form>
  );
}

function Note({ id, label }: { id: string; label: string | undefined }) {
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <textarea id={id} name="note" required minLength={2} maxLength={500} rows={3} />
    </>
  );
}

/** Whose it is and until when; how it is answered; or why it needs no answer. */
export function TaskActs({ task, holders, words }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (body: Record<string, unknown>) => {
    const failed = await post(`/admin/api/search/tasks/${task.id}`, body);
    if (failed === null) window.location.reload();
    else setProblem(words[`problem.${failed}`] ?? words["problem.malformed"] ?? failed);
  };
  return (
    <section>
      <h2>{words["acts"]}</h2>
      {problem && (
        <p className="problems" role="alert">
          {problem}
        </p>
      )}
      <div className="act-forms">
        <ActForm
          act="assign"
          words={words}
          onSend={(given) =>
            void send({ act: "assign", ...given, ownerId: Number(given["ownerId"]) })
          }
        >
          <label htmlFor="owner">{words["owner"]}</label>
          <select id="owner" name="ownerId" defaultValue={task.ownerId ?? undefined}>
            {holders.map(({ accountId, displayName }) => (
              <option key={accountId} value={accountId}>
                {displayName}
              </option>
            ))}
          </select>
          <label htmlFor="due">{words["due"]}</label>
          <input id="due" name="dueOn" type="date" required defaultValue={task.dueOn} />
        </ActForm>
        <ActForm
          act="answer"
          words={words}
          onSend={(given) => void send({ act: "answer", ...given })}
        >
          <label htmlFor="remedy">{words["how"]}</label>
          <select id="remedy" name="remedy">
            {SEARCH_REMEDIES.map((remedy) => (
              <option key={remedy} value={remedy}>
                {words[`remedy.${remedy}`]}
              </option>
            ))}
          </select>
          <Note id="answer-note" label={words["note"]} />
        </ActForm>
        <ActForm
          act="dismiss"
          words={words}
          onSend={(given) => void send({ act: "dismiss", ...given })}
        >
          <Note id="dismiss-note" label={words["why"]} />
        </ActForm>
      </div>
    </section>
  );
}
