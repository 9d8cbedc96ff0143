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
    <section
      className="table-scroll"
      aria-label={say("imports.addresses")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to
      tabIndex={0}
    >
      <table>
        <thead>
          <tr>
            {["old-address", "fate"].map((head) => (
              <th key={head} scope="col">
                {say(`imports.head.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.url}>
              <td className="wrap">{row.url}</td>
              <td className="wrap">
                {say(`imports.fate.${row.fate}`)}
                <Why row={row} origin={origin} say={say} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
