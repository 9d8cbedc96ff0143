import { ScrollTable } from "#components/desk/scroll-table.tsx";
import type { Words } from "#lib/i18n/words.ts";
import type { OldAddress } from "#modules/resources/queries/old-addresses.ts";

type Props = { rows: readonly OldAddress[]; origin: string; say: Words };

/** Where it leads, or why it does not. */
function Why({ row, origin, say }: { row: OldAddress; origin: string; say: Words }) {
  const { fate, target, reason, isOffline } = row;
  if (target)
    return (
      <>
        <br />
        <a href={`${origin}${target}`}>{target}</a>
      </>
    );
  const lost = say(isOffline ? "imports.offline" : "imports.lost");
  return (
    <>
      <br />
      <span className="quiet">{fate === "missing" ? lost : reason}</span>
    </>
  );
}

/** One row an old address: what became of it, and where it leads or why it does not. */
export function OldAddressTable({ rows, origin, say }: Props) {
  return (
    <ScrollTable
      label={say("imports.addresses")}
      heads={["old-address", "fate"].map((head) => say(`imports.head.${head}`))}
    >
      {rows.map((row) => (
        <tr key={row.url}>
          <td className="wrap">{row.url}</td>
          <td className="wrap">
            {say(`imports.fate.${row.fate}`)}
            <Why row={row} origin={origin} say={say} />
          </td>
        </tr>
      ))}
    </ScrollTable>
  );
}
