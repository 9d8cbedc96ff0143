import { formatMoment } from "#lib/format/moment.ts";
import type { Words } from "#lib/i18n/words.ts";
import { formatOf, starterOf } from "#modules/resources/components/batch-table.tsx";
import type { BatchRow } from "#modules/resources/queries/imports.ts";

type Props = { batch: BatchRow; say: Words };

/** What is to be known of a batch, and what to do when it stands still. */
export function BatchFacts({ batch, say }: Props) {
  const facts = [
    ["state", say(`imports.state.${batch.state}`)],
    ["started", formatMoment(batch.startedAt)],
    ["by", starterOf(batch, say)],
    ["format", formatOf(batch, say)],
    ["column", batch.columnName],
  ] as const;
  return (
    <>
      {batch.state === "interrupted" && (
        <p className="problems">{say("imports.interrupted-hint")}</p>
      )}
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{say(`imports.head.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
