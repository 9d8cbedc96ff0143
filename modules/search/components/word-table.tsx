"use client";

import type { Say } from "#components/desk/say.ts";
import { ScrollTable } from "#components/desk/scroll-table.tsx";
import { ConfirmButton } from "#modules/search/components/confirm-button.tsx";

export type WordRow = { word: string; official: readonly string[] | null; saved: string };

type Props = {
  rows: readonly WordRow[];
  /** `word` or `protected`: what the first column holds. */
  head: "word" | "protected";
  sure: (word: string) => string;
  say: Say;
  /** Absent where a word can only come and go. */
  onEdit?: (row: WordRow) => void;
  onDelete: (word: string) => void;
};

export function WordTable({ rows, head, sure, say, onEdit, onDelete }: Props) {
  const heads = [head, ...(head === "word" ? ["official"] : []), "acts", "saved"];
  return (
    <ScrollTable label={say(`head.${head}`)} heads={heads.map((name) => say(`head.${name}`))}>
      {rows.map((row) => (
        <tr key={row.word}>
          <th scope="row" className="wrap">
            {row.word}
          </th>
          {row.official && <td className="wrap">{row.official.join("，")}</td>}
          <td className="acts-cell">
            {onEdit && (
              <button
                type="button"
                className="plain"
                aria-label={say("list.edit-of", { word: row.word })}
                onClick={() => onEdit(row)}
              >
                {say("list.edit")}
              </button>
            )}
            <ConfirmButton
              label={say("list.delete")}
              name={say("list.delete-of", { word: row.word })}
              question={sure(row.word)}
              confirm={say("edit.confirm-delete")}
              cancel={say("edit.cancel")}
              onConfirm={() => onDelete(row.word)}
            />
          </td>
          <td>{row.saved}</td>
        </tr>
      ))}
    </ScrollTable>
  );
}
