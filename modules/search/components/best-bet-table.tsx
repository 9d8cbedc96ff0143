import { ScrollTable } from "#components/desk/scroll-table.tsx";
import { formatMoment } from "#lib/format/moment.ts";
import type { Words } from "#lib/i18n/words.ts";
import { wordBundle } from "#lib/i18n/words.ts";
import { DeleteBestBet } from "#modules/search/components/delete-best-bet.tsx";
import type { BestBetView, DeskSite } from "#modules/search/curation/loaders.ts";

type Props = {
  rows: readonly BestBetView[];
  sites: readonly DeskSite[];
  /** What is said when there are no rows. */
  empty: string;
  mayCurateGroup: boolean;
  say: Words;
};

function daysOf({ from, until }: BestBetView, say: Words): string {
  if (from && until) return say("curation.best-bets.between", { from, until });
  if (from) return say("curation.best-bets.from", { from });
  return until ? say("curation.best-bets.until", { until }) : say("curation.best-bets.always");
}

function ChosenTitles({ row, sites, say }: Pick<Props, "sites" | "say"> & { row: BestBetView }) {
  return (
    <ol className="chosen">
      {row.chosen.map(({ resourceId, title, siteId, path }) => {
        const origin = sites.find(({ id }) => id === siteId)?.origin;
        if (path === null)
          return (
            <li key={resourceId}>
              {title} <strong>{say("curation.best-bets.hidden")}</strong>
            </li>
          );
        return (
          <li key={resourceId}>{origin ? <a href={`${origin}${path}`}>{title}</a> : title}</li>
        );
      })}
    </ol>
  );
}

/** One row a best bet: what is asked, what stands first, where, when, and who said so. */
export function BestBetTable({ rows, sites, empty, mayCurateGroup, say }: Props) {
  if (rows.length === 0) return <p>{empty}</p>;
  const words = { ...wordBundle("zh-CN", "desk"), ...wordBundle("zh-CN", "curation") };
  const heads = ["questions", "chosen", "where", "days", "saved", "acts"];
  return (
    <ScrollTable
      label={say("curation.best-bets.title")}
      heads={heads.map((head) => say(`curation.head.${head}`))}
    >
      {rows.map((row) => {
        const name = row.questions[0] ?? "";
        const who = row.updatedByName ?? say("curation.list.by-command");
        return (
          <tr key={row.id}>
            <th scope="row" className="wrap">
              {row.questions.join("、")}
            </th>
            <td className="wrap">
              <ChosenTitles row={row} sites={sites} say={say} />
              <span className="quiet">{row.reason}</span>
            </td>
            <td>{say(`curation.best-bets.${row.siteId === null ? "group" : "here"}`)}</td>
            <td>
              {daysOf(row, say)}
              {row.state === "current" ? null : (
                <>
                  <br />
                  <strong>{say(`curation.best-bets.${row.state}`)}</strong>
                </>
              )}
            </td>
            <td>
              {who}
              <br />
              <time dateTime={row.updatedAt.toISOString()}>{formatMoment(row.updatedAt)}</time>
            </td>
            <td className="acts-cell">
              {row.siteId === null && !mayCurateGroup ? null : (
                <>
                  <a
                    className="plain"
                    href={`/admin/search/best-bets/${row.id}`}
                    aria-label={say("curation.best-bets.edit-of", { name })}
                  >
                    {say("curation.list.edit")}
                  </a>
                  <DeleteBestBet id={row.id} name={name} words={words} />
                </>
              )}
            </td>
          </tr>
        );
      })}
    </ScrollTable>
  );
}
