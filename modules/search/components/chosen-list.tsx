"use client";

import { useState } from "react";
import type { Say } from "#components/desk/say.ts";
import { moved } from "#modules/search/components/order.ts";
import type { Chosen } from "#modules/search/curation/queries/best-bets.ts";

type Props = {
  chosen: readonly Chosen[];
  say: Say;
  onChange: (chosen: Chosen[]) => void;
};

/** What was chosen, in the order in which it is shown; moved by buttons, so by keys as well. */
export function ChosenList({ chosen, say, onChange }: Props) {
  const [told, setTold] = useState("");
  const move = (at: number, by: 1 | -1) => {
    onChange(moved(chosen, at, by));
    const title = chosen[at]?.title ?? "";
    setTold(say("edit.moved", { title, place: at + by + 1 }));
  };
  const remove = (one: Chosen) => {
    onChange(chosen.filter(({ resourceId }) => resourceId !== one.resourceId));
    setTold(say("edit.removed", { title: one.title }));
  };
  return (
    <section aria-labelledby="chosen-title">
      <h2 id="chosen-title">{say("edit.chosen")}</h2>
      <p className="unseen" role="status">
        {told}
      </p>
      {chosen.length === 0 && <p className="quiet">{say("edit.chosen-none")}</p>}
      <ol className="todos">
        {chosen.map((one, at) => (
          <li key={one.resourceId}>
            <span>
              {`${at + 1}. ${one.title}`}
              {one.path === null && <strong>{say("best-bets.hidden")}</strong>}
            </span>
            <span className="row-acts">
              <button
                type="button"
                className="plain"
                disabled={at === 0}
                aria-label={say("edit.up-of", { title: one.title })}
                onClick={() => move(at, -1)}
              >
                {say("edit.up")}
              </button>
              <button
                type="button"
                className="plain"
                disabled={at === chosen.length - 1}
                aria-label={say("edit.down-of", { title: one.title })}
                onClick={() => move(at, 1)}
              >
                {say("edit.down")}
              </button>
              <button
                type="button"
                className="plain"
                aria-label={say("edit.remove-of", { title: one.title })}
                onClick={() => remove(one)}
              >
                {say("edit.remove")}
              </button>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
