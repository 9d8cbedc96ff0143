import { ScrollTable } from "#components/desk/scroll-table.tsx";
import type { Words } from "#lib/i18n/words.ts";
import type { TaskRow } from "#modules/searchlog/loaders.ts";

type Props = { rows: readonly TaskRow[]; say: Words };

/** Until when, and in words that it is late. */
export function Due({ task, say }: { task: TaskRow; say: Words }) {
  return (
    <>
      <time dateTime={task.dueOn}>{task.dueOn}</time>
      {task.isLate && (
        <>
          {" "}
          <strong className="late">{say("searchlog.overdue")}</strong>
        </>
      )}
    </>
  );
}

/** One row a question; its words lead to what can be done about it. */
export function TaskTable({ rows, say }: Props) {
  return (
    <ScrollTable
      label={say("searchlog.tasks")}
      heads={["question", "reason", "asked", "owner", "due"].map((head) =>
        say(`searchlog.head.${head}`),
      )}
    >
      {rows.map((task) => (
        <tr key={task.id}>
          <td className="wrap">
            <a href={`/admin/search/tasks/${task.id}`}>{task.text}</a>
          </td>
          <td>{say(`searchlog.reason.${task.reason}`)}</td>
          <td>{task.asked}</td>
          <td>{task.ownerName ?? say("searchlog.nobody")}</td>
          <td>
            {task.state === "open" ? (
              <Due task={task} say={say} />
            ) : (
              say(`searchlog.state.${task.state}`)
            )}
          </td>
        </tr>
      ))}
    </ScrollTable>
  );
}
