"use client";

import { useState } from "react";
import type { Problem } from "#components/desk/ask.ts";
import { ask, sayProblems } from "#components/desk/ask.ts";
import { sayFrom } from "#components/desk/say.ts";
import type { Chosen } from "#modules/search/curation/queries/best-bets.ts";

type Props = {
  /** Null: in the whole group. */
  siteId: number | null;
  chosen: readonly Chosen[];
  isFull: boolean;
  words: Record<string, string>;
  onChoose: (one: Chosen) => void;
};

/** Looks for what may be recommended, as citizens would, or by its address. */
export function CandidateFinder({ siteId, chosen, isFull, words, onChoose }: Props) {
  const say = sayFrom(words);
  const [asked, setAsked] = useState("");
  const [found, setFound] = useState<Chosen[] | null>(null);
  const [problems, setProblems] = useState<Problem[]>([]);
  const find = async () => {
    if (asked.trim() === "") return;
    const body = { siteId, words: asked.trim() };
    const answer = await ask<Chosen[]>("/admin/api/search/best-bets/candidates", body);
    setFound(answer.ok ? answer.value : null);
    setProblems(answer.ok ? [] : answer.problems);
  };
  const isChosen = ({ resourceId }: Chosen) => chosen.some((one) => one.resourceId === resourceId);
  const count = found?.length ?? 0;
  return (
    <div className="finder">
      <label htmlFor="find">{say("edit.find")}</label>
      <p className="quiet" id="find-hint">
        {say("edit.find-hint")}
      </p>
      <div className="beside">
        <input
          id="find"
          value={asked}
          maxLength={500}
          autoComplete="off"
          aria-describedby="find-hint"
          onChange={(event) => setAsked(event.target.value)}
          onKeyDown={(event) => {
            // Enter finds; the form around it is sent by its own button.
            if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
            event.preventDefault();
            void find();
          }}
        />
        <button type="button" onClick={() => void find()}>
          {say("edit.find-go")}
        </button>
      </div>
      {problems.length > 0 && (
        <p className="problems" role="alert">
          {sayProblems(problems, words)}
        </p>
      )}
      <p role="status">
        {found && (count > 0 ? say("edit.found", { count }) : say("edit.found-none"))}
      </p>
      {count > 0 && (
        <ul className="todos">
          {found?.map((one) => (
            <li key={one.resourceId}>
              <span>{one.title}</span>
              {isChosen(one) ? (
                <span className="quiet">{say("edit.chosen-already")}</span>
              ) : (
                <button
                  type="button"
                  className="plain"
                  disabled={isFull}
                  aria-label={say("edit.choose-of", { title: one.title })}
                  onClick={() => onChoose(one)}
                >
                  {say("edit.choose")}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
