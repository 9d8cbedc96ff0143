import { ScrollTable } from "#components/desk/scroll-table.tsx";
import type { Words } from "#lib/i18n/words.ts";
import type { Period } from "#modules/searchlog/domain/tasks.ts";
import { percent } from "#modules/searchlog/domain/tasks.ts";

/** A share in words: "—" where nobody asked. */
export function share(part: number, asked: number, say: Words): string {
  const count = percent(part, asked);
  return count === null ? say("searchlog.none") : say("searchlog.percent", { count });
}

type Props = { effect: { before: Period; after: Period | null }; say: Words };

/** The same words before and after: what the answer has changed. */
export function EffectTable({ effect: { before, after }, say }: Props) {
  const rows = after
    ? ([
        ["before", before],
        ["after", after],
      ] as const)
    : ([["so-far", before]] as const);
  return (
    <>
      <ScrollTable
        label={say("searchlog.effect")}
        heads={["period", "asked", "empty-share", "click-share"].map((head) =>
          say(`searchlog.head.${head}`),
        )}
      >
        {rows.map(([name, { asked, empty, clicked }]) => (
          <tr key={name}>
            <th scope="row">{say(`searchlog.${name}`)}</th>
            <td>{asked}</td>
            <td>{share(empty, asked, say)}</td>
            <td>{share(clicked, asked, say)}</td>
          </tr>
        ))}
      </ScrollTable>
      <p className="quiet">{say("searchlog.effect-hint")}</p>
    </>
  );
}
