"use client";

import { useState } from "react";
import type { Problem } from "#components/desk/ask.ts";
import { ask, sayProblems } from "#components/desk/ask.ts";
import { sayFrom } from "#components/desk/say.ts";
import type { SearchClass } from "#db/enums/search.ts";
import { ClassTabRow } from "#modules/search/components/class-tab-row.tsx";
import { ConfirmButton } from "#modules/search/components/confirm-button.tsx";
import { moved } from "#modules/search/components/order.ts";

export type TabRow = { class: SearchClass; usual: string; name: string; isShown: boolean };

type Props = {
  siteId: number;
  rows: readonly TabRow[];
  /** Whether the site has an order of its own. */
  isOwn: boolean;
  words: Record<string, string>;
};

/** The kinds of results of a site: which are shown, in which order, by which names. */
export function ClassTabsForm({ siteId, rows: given, isOwn, words }: Props) {
  const say = sayFrom(words);
  const [rows, setRows] = useState<readonly TabRow[]>(given);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [told, setTold] = useState("");
  const change = (at: number, row: TabRow) =>
    setRows(rows.map((one, index) => (index === at ? row : one)));
  const move = (at: number, by: 1 | -1) => {
    setRows(moved(rows, at, by));
    setTold(say("classes.moved", { name: rows[at]?.usual ?? "", place: at + by + 1 }));
  };
  const post = async (tabs: readonly { class: SearchClass; name: string | null }[]) => {
    const answer = await ask("/admin/api/search/classes", { siteId, tabs });
    setProblems(answer.ok ? [] : answer.problems);
    setTold(answer.ok ? say("edit.saved") : "");
    return answer.ok;
  };
  const save = async (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const shown = rows.filter(({ isShown }) => isShown);
    if (shown.length === 0) return setProblems(["tabs-none"]);
    await post(shown.map((row) => ({ class: row.class, name: row.name.trim() || null })));
  };
  const reset = async () => {
    if (await post([])) window.location.reload();
  };
  return (
    <form onSubmit={save}>
      {problems.length > 0 && (
        <p className="problems" role="alert">
          {sayProblems(problems, words)}
        </p>
      )}
      <ol className="todos">
        {rows.map((row, at) => (
          <ClassTabRow
            key={row.class}
            row={row}
            isFirst={at === 0}
            isLast={at === rows.length - 1}
            say={say}
            onChange={(changed) => change(at, changed)}
            onMove={(by) => move(at, by)}
          />
        ))}
      </ol>
      <p role="status">{told}</p>
      <p>
        <button type="submit">{say("edit.save")}</button>
        {isOwn && (
          <ConfirmButton
            label={say("classes.reset")}
            name={say("classes.reset")}
            question={say("classes.reset-sure")}
            confirm={say("edit.confirm-reset")}
            cancel={say("edit.cancel")}
            onConfirm={() => void reset()}
          />
        )}
      </p>
    </form>
  );
}
