import type { Words } from "#lib/i18n/words.ts";
import { share } from "#modules/searchlog/components/effect-table.tsx";
import type { Total } from "#modules/searchlog/queries/statistics.ts";

type Props = { totals: readonly Total[]; say: Words };

/** How much was asked of a site, by whom: citizens, robots, programs. */
export function TotalsTable({ totals, say }: Props) {
  return (
    <section className="table-scroll" aria-label={say("searchlog.statistics")}>
      <table>
        <thead>
          <tr>
            {["channel", "asked", "empty-share", "click-share", "withheld"].map((head) => (
              <th key={head} scope="col">
                {say(`searchlog.head.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {totals.map(({ channel, asked, empty, clicked, withheld }) => (
            <tr key={channel}>
              <th scope="row">{say(`searchlog.channel.${channel}`)}</th>
              <td>{asked}</td>
              <td>{share(empty, asked, say)}</td>
              <td>{channel === "person" ? share(clicked, asked, say) : say("searchlog.none")}</td>
              <td>{withheld}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
