import { formatMoment } from "#lib/format/moment.ts";
import type { Words } from "#lib/i18n/words.ts";
import { Due } from "#modules/searchlog/components/task-table.tsx";
import type { TaskRow } from "#modules/searchlog/loaders.ts";
import type { TaskAudit } from "#modules/searchlog/queries/tasks.ts";

type Props = { task: TaskRow; say: Words };

/** What is wrong with a question, whose it is, and how it ended. */
export function TaskFacts({ task, say }: Props) {
  const rows = [
    ["reason", say(`searchlog.reason.${task.reason}`)],
    ["asked", say("searchlog.times", { count: task.asked })],
    ["owner", task.ownerName ?? say("searchlog.nobody")],
    ["due", <Due key="due" task={task} say={say} />],
    ...(task.state === "open" ? [] : [["closed", say(`searchlog.state.${task.state}`)]]),
    ...(task.remedy ? [["how", say(`searchlog.remedy.${task.remedy}`)]] : []),
    ...(task.note ? [["note", task.note]] : []),
  ] as const;
  return (
    <dl className="facts">
      {rows.map(([name, value]) => (
        <div key={String(name)}>
          <dt>
            {say(
              name === "how" || name === "note" ? `searchlog.${name}` : `searchlog.head.${name}`,
            )}
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Who did what to a task, when and why. */
export function TaskHistory({ rows, say }: { rows: readonly TaskAudit[]; say: Words }) {
  if (rows.length === 0) return null;
  return (
    <section className="history">
      <h2>{say("searchlog.history")}</h2>
      <ol>
        {rows.map(({ at, act, who, note }) => (
          <li key={`${at.toISOString()} ${act}`}>
            <time dateTime={at.toISOString()}>{formatMoment(at)}</time> {who}{" "}
            {say(`searchlog.act.${act}`)}
            {note && <blockquote>{note}</blockquote>}
          </li>
        ))}
      </ol>
    </section>
  );
}
