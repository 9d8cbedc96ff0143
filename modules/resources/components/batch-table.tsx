import { ScrollTable } from "#components/desk/scroll-table.tsx";
import { formatMoment } from "#lib/format/moment.ts";
import type { Words } from "#lib/i18n/words.ts";
import type { BatchRow } from "#modules/resources/queries/imports.ts";

type Props = { rows: readonly BatchRow[]; say: Words };

/** Who started a batch: a person's name, or the command line with its user. */
export function starterOf({ startedBy, startedByName }: BatchRow, say: Words): string {
  const [, name = startedBy] = /^(?:operator|system):(.*)$/.exec(startedBy) ?? [];
  return startedByName ?? say("imports.by-command", { name });
}

export const formatOf = ({ format }: BatchRow, say: Words): string =>
  say(`imports.format.${format ?? "none"}`);

/** One row a batch; its file leads to its receipts. */
export function BatchTable({ rows, say }: Props) {
  return (
    <ScrollTable
      label={say("imports.batches")}
      heads={["file", "format", "counts", "state", "started", "by"].map((head) =>
        say(`imports.head.${head}`),
      )}
    >
      {rows.map((row) => (
        <tr key={row.id}>
          <td>
            <a href={`/admin/imports/${row.id}`}>{row.fileName}</a>
            <br />
            <span className="quiet">{row.columnName}</span>
          </td>
          <td>{formatOf(row, say)}</td>
          <td>
            {say("imports.counts", {
              imported: row.imported,
              merged: row.merged,
              refused: row.refused,
            })}
          </td>
          <td>{say(`imports.state.${row.state}`)}</td>
          <td>
            <time dateTime={row.startedAt.toISOString()}>{formatMoment(row.startedAt)}</time>
          </td>
          <td>{starterOf(row, say)}</td>
        </tr>
      ))}
    </ScrollTable>
  );
}
