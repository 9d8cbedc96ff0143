"use client";

import { useState } from "react";
import { ScrollTable } from "#components/desk/scroll-table.tsx";
import { post } from "#modules/searchlog/components/post.ts";
import type { HotWord } from "#modules/searchlog/queries/popular.ts";

type Props = { siteId: number; rows: readonly HotWord[]; words: Record<string, string> };

const HEADS = ["question", "place", "asked", "state"] as const;

/** What may be said of a word in its state. */
const choicesOf = ({ choice }: HotWord) =>
  [
    ["pin", choice !== "pin"],
    ["hide", choice !== "hide"],
    ["leave", choice !== null],
  ] as const;

/** The hot words of a site: pinned, hidden, or left to the counting; and one more to pin. */
export function HotWords({ siteId, rows, words }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  const choose = async (text: string, name: "pin" | "hide" | "leave") => {
    const choice = name === "leave" ? null : name;
    const failed = await post("/admin/api/search/words", { siteId, text, choice });
    if (failed === null) window.location.reload();
    else setProblem(words[`problem.${failed}`] ?? words["problem.malformed"] ?? failed);
  };
  return (
    <>
      {problem && (
        <p className="problems" role="alert">
          {problem}
        </p>
      )}
      {rows.length === 0 && <p>{words["no-hot"]}</p>}
      {rows.length > 0 && (
        <ScrollTable label={words["words"]} heads={HEADS.map((head) => words[`head.${head}`])}>
          {rows.map((row) => (
            <tr key={row.text}>
              <th scope="row" className="wrap">
                {row.text}
              </th>
              <td>{row.place ?? words["none"]}</td>
              <td>{row.asked}</td>
              <td>
                {words[`hot-state.${row.choice ?? "none"}`]}
                {row.choice === "pin" && row.place === null && (
                  <span className="quiet"> {words["pin-waits"]}</span>
                )}
                <div className="choices">
                  {choicesOf(row).map(
                    ([name, isShown]) =>
                      isShown && (
                        <button
                          key={name}
                          type="button"
                          className="plain"
                          aria-label={`${words[name]} ${row.text}`}
                          onClick={() => void choose(row.text, name)}
                        >
                          {words[name]}
                        </button>
                      ),
                  )}
                </div>
              </td>
            </tr>
          ))}
        </ScrollTable>
      )}
      <form
        className="filter"
        onSubmit={(event) => {
          event.preventDefault();
          const given = new FormData(event.currentTarget).get("text");
          void choose(String(given ?? ""), "pin");
        }}
      >
        <p>
          <label htmlFor="pin">{words["pin-new"]}</label>
          <input id="pin" name="text" required maxLength={100} />
        </p>
        <button type="submit">{words["pin"]}</button>
      </form>
    </>
  );
}
