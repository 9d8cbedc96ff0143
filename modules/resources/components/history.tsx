import { formatMoment } from "#lib/format/moment.ts";
import type { HistoryRow } from "#modules/resources/drafts/queries/history.ts";

/** Who did what, when and why; newest first. */
export function History({
  rows,
  words,
}: {
  rows: readonly HistoryRow[];
  words: Record<string, string>;
}) {
  return (
    <section className="history">
      <h2>{words["edit.history"]}</h2>
      {rows.length === 0 && <p>{words["edit.no-history"]}</p>}
      <ol>
        {rows.map((row) => (
          <li key={`${row.at.toISOString()} ${row.act}`}>
            <time dateTime={row.at.toISOString()}>{formatMoment(row.at)}</time> {row.who}{" "}
            {words[`act.${row.act}`]}
            {row.reason && <blockquote>{row.reason}</blockquote>}
          </li>
        ))}
      </ol>
    </section>
  );
}
