import { ScrollTable } from "#components/desk/scroll-table.tsx";
import type { Words } from "#lib/i18n/words.ts";
import { share } from "#modules/searchlog/components/effect-table.tsx";
import type { Total } from "#modules/searchlog/queries/statistics.ts";

type Props = { totals: readonly Total[]; say: Words };

/** How much was asked of a site, by whom: citizens, robots, programs. */
export function TotalsTable({ totals, say }: Props) {
  return (
    <ScrollTable
      label={say("searchlog.statistics")}
      heads={["channel", "asked", "empty-share", "click-share", "withheld"].map((head) =>
        say(`searchlog.head.${head}`),
      )}
    >
      {totals.map(({ channel, asked, empty, clicked, withheld }) => (
        <tr key={channel}>
          <th scope="row">{say(`searchlog.channel.${channel}`)}</th>
          <td>{asked}</td>
          <td>{share(empty, asked, say)}</td>
          <td>{channel === "person" ? share(clicked, asked, say) : say("searchlog.none")}</td>
          <td>{withheld}</td>
        </tr>
      ))}
    </ScrollTable>
  );
}
