import { ScrollTable } from "#components/desk/scroll-table.tsx";
import { formatMoment } from "#lib/format/moment.ts";
import type { DeskRow } from "#modules/resources/drafts/queries/desk-rows.ts";

type Props = { rows: readonly DeskRow[]; origin: string; words: Record<string, string> };

/** One row a piece in a column; the title leads to its latest edition. */
export function ContentTable({ rows, origin, words }: Props) {
  if (rows.length === 0) return <p>{words["list.empty"]}</p>;
  return (
    <ScrollTable
      label={words["list.title"]}
      heads={["title", "column", "state", "saved"].map((head) => words[`list.head-${head}`])}
    >
      {rows.map((row) => (
        <tr key={`${row.editionId} ${row.columnName}`}>
          <td>
            <a href={`/admin/content/${row.editionId}`}>{row.title || words["list.untitled"]}</a>
          </td>
          <td>{row.columnName}</td>
          <td>
            {row.isArchived ? words["state.archived"] : words[`state.${row.state}`]}
            {row.isLive && row.path && (
              <>
                {" · "}
                <a href={`${origin}${row.path}`}>{words["list.live"]}</a>
              </>
            )}
          </td>
          <td>
            <time dateTime={row.savedAt.toISOString()}>{formatMoment(row.savedAt)}</time>
          </td>
        </tr>
      ))}
    </ScrollTable>
  );
}
