import { ScrollTable } from "#components/desk/scroll-table.tsx";
import type { Words } from "#lib/i18n/words.ts";
import { readReason } from "#modules/resources/imports/domain.ts";
import type { DeskReceipt } from "#modules/resources/imports/queries.ts";

type Props = { rows: readonly DeskReceipt[]; origin: string; say: Words };

/** A field's name in Chinese; one that the records' schema does not have, as the record calls it. */
function fieldName(field: string, say: Words): string {
  const key = `imports.field.${field}`;
  const name = say(key);
  return name === key ? field : name;
}

/** The reason of a receipt as one sentence. */
function reasonWords(reason: string | null, say: Words): string {
  return readReason(reason)
    .map(({ field, problem, values }) => {
      const words = say(`imports.reason.${problem}`, values);
      return field === null ? words : `${fieldName(field, say)}：${words}`;
    })
    .join("；");
}

function Where({ row, origin, say }: { row: DeskReceipt; origin: string; say: Words }) {
  return (
    <>
      {row.path && <a href={`${origin}${row.path}`}>{say("imports.see")}</a>}
      {row.oldPath && (
        <>
          {row.path && <br />}
          <span className="quiet">
            {say("imports.old")} <a href={`${origin}${row.oldPath}`}>{row.oldPath}</a>
          </span>
        </>
      )}
    </>
  );
}

/** One row a record of the input, whatever became of it. */
export function ReceiptTable({ rows, origin, say }: Props) {
  return (
    <ScrollTable
      label={say("imports.receipts")}
      heads={["record", "outcome", "where"].map((head) => say(`imports.head.${head}`))}
    >
      {rows.map((row) => (
        <tr key={row.line}>
          <td className="wrap">
            {row.editionId === null ? (
              (row.id ?? say("imports.no-id"))
            ) : (
              <a href={`/admin/content/${row.editionId}`}>{row.title || row.id}</a>
            )}
            <br />
            <span className="quiet">{say("imports.line", { line: row.line })}</span>
          </td>
          <td className="wrap">
            {say(`imports.status.${row.status}`)}
            {row.reason && (
              <>
                <br />
                <span>{reasonWords(row.reason, say)}</span>
              </>
            )}
          </td>
          <td className="wrap">
            <Where row={row} origin={origin} say={say} />
          </td>
        </tr>
      ))}
    </ScrollTable>
  );
}
