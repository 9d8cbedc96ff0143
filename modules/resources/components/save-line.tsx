"use client";

import { sayProblems } from "#components/desk/ask.ts";
import { formatMoment } from "#lib/format/moment.ts";
import type { SaveState, useAutosave } from "#modules/resources/components/use-autosave.ts";

type Props = { saving: ReturnType<typeof useAutosave>; words: Record<string, string> };

function sentence(state: SaveState, words: Record<string, string>): string {
  switch (state.kind) {
    case "saved":
      return state.at
        ? (words["edit.saved"] ?? "").replace("{{time}}", formatMoment(state.at))
        : "";
    case "failed":
      return (words["edit.failed"] ?? "").replace(
        "{{problem}}",
        sayProblems(state.problems, words),
      );
    case "conflict":
      return (words["edit.conflict"] ?? "").replace("{{who}}", state.savedBy ?? "");
    default:
      return words[`edit.${state.kind}`] ?? "";
  }
}

/** One line that always says whether the words are safe. */
export function SaveLine({ saving: { state, overrule }, words }: Props) {
  return (
    <div className={`save-line ${state.kind}`} role="status">
      {sentence(state, words)}
      {state.kind === "conflict" && (
        <p>
          <button type="button" onClick={() => window.location.reload()}>
            {words["edit.conflict-reload"]}
          </button>
          <button type="button" onClick={() => overrule(state.revision)}>
            {words["edit.conflict-keep"]}
          </button>
        </p>
      )}
    </div>
  );
}
