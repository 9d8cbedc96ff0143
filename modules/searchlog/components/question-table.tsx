import { ScrollTable } from "#components/desk/scroll-table.tsx";
import type { Words } from "#lib/i18n/words.ts";
import { share } from "#modules/searchlog/components/effect-table.tsx";
import type { AskedRow } from "#modules/searchlog/queries/statistics.ts";

type Props = { rows: readonly AskedRow[]; origin: string; say: Words };

/** What was asked most; each leads to what citizens see. */
export function QuestionTable({ rows, origin, say }: Props) {
  return (
    <ScrollTable
      label={say("searchlog.top")}
      heads={["question", "asked", "empty-share", "click-share", "hits"].map((head) =>
        say(`searchlog.head.${head}`),
      )}
    >
      {rows.map(({ text, asked, empty, clicked, hits }) => (
        <tr key={text}>
          <td className="wrap">
            <a href={`${origin}/search?${new URLSearchParams({ q: text })}`}>{text}</a>
          </td>
          <td>{asked}</td>
          <td>{share(empty, asked, say)}</td>
          <td>{share(clicked, asked, say)}</td>
          <td>{hits}</td>
        </tr>
      ))}
    </ScrollTable>
  );
}
