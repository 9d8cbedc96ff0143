"use client";

import { useState } from "react";
import type { Problem } from "#components/desk/ask.ts";
import { ask, sayProblems } from "#components/desk/ask.ts";
import { sayFrom } from "#components/desk/say.ts";
import { BestBetFields } from "#modules/search/components/best-bet-fields.tsx";
import { CandidateFinder } from "#modules/search/components/candidate-finder.tsx";
import { ChosenList } from "#modules/search/components/chosen-list.tsx";
import type { BestBetRow, Chosen } from "#modules/search/curation/queries/best-bets.ts";
import { CURATION } from "#modules/search/domain/settings.ts";

type Props = {
  site: { id: number; name: string };
  /** Null: a new one. */
  row: BestBetRow | null;
  mayCurateGroup: boolean;
  words: Record<string, string>;
};

const LIST = "/admin/search/best-bets";

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? "").trim();

/** One best bet: what readers ask, what stands first then, where, when and why. */
export function BestBetForm({ site, row, mayCurateGroup, words }: Props) {
  const say = sayFrom(words);
  const [siteId, setSiteId] = useState(row ? row.siteId : site.id);
  const [chosen, setChosen] = useState<Chosen[]>(row?.chosen ?? []);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [told, setTold] = useState("");
  const isFull = chosen.length >= CURATION.bestBets;

  const save = async (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (chosen.length === 0) return setProblems(["chosen-missing"]);
    const form = new FormData(event.currentTarget);
    setBusy(true);
    const answer = await ask("/admin/api/search/best-bets", {
      ...{ id: row?.id ?? null, revision: row?.revision ?? 0, siteId },
      questions: textOf(form, "questions")
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== ""),
      resourceIds: chosen.map(({ resourceId }) => resourceId),
      from: textOf(form, "from") || null,
      until: textOf(form, "until") || null,
      reason: textOf(form, "reason"),
    });
    setBusy(false);
    if (answer.ok) return window.location.assign(LIST);
    setProblems(answer.problems);
  };
  const choose = (one: Chosen) => {
    setChosen([...chosen, one]);
    setTold(say("edit.added", { title: one.title }));
  };
  return (
    <form className="sheet" onSubmit={save}>
      <BestBetFields
        site={site}
        row={row}
        siteId={siteId}
        mayCurateGroup={mayCurateGroup}
        say={say}
        onSite={setSiteId}
      >
        <ChosenList chosen={chosen} say={say} onChange={setChosen} />
        <p role="status">{told}</p>
        {isFull && <p className="quiet">{say("edit.chosen-full", { count: CURATION.bestBets })}</p>}
        <CandidateFinder
          siteId={siteId}
          chosen={chosen}
          isFull={isFull}
          words={words}
          onChoose={choose}
        />
      </BestBetFields>
      {problems.length > 0 && (
        <p className="problems" role="alert">
          {sayProblems(problems, words)}
        </p>
      )}
      <p>
        <button type="submit" disabled={isBusy}>
          {say("edit.save")}
        </button>
        <a className="plain" href={LIST}>
          {say("edit.cancel")}
        </a>
      </p>
    </form>
  );
}
