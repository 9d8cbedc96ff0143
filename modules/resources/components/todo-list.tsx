import { formatMoment } from "#lib/format/moment.ts";
import type { SiteChoice } from "#modules/resources/drafts/loaders.ts";
import type { Todo } from "#modules/resources/drafts/queries/todos.ts";

type Props = {
  title: string;
  todos: readonly Todo[];
  sites: readonly SiteChoice[];
  words: Record<string, string>;
};

/** One group of what waits; nothing when nothing does. */
export function TodoList({ title, todos, sites, words }: Props) {
  if (todos.length === 0) return null;
  const names = new Map(sites.map(({ id, name }) => [id, name]));
  return (
    <section>
      <h2>
        {title} <span className="count">{todos.length}</span>
      </h2>
      <ul className="todos">
        {todos.map((todo) => (
          <li key={todo.editionId}>
            <a href={`/admin/content/${todo.editionId}`}>{todo.title || words["list.untitled"]}</a>
            <span className="quiet">
              {names.get(todo.siteId)} ·{" "}
              <time dateTime={todo.savedAt.toISOString()}>{formatMoment(todo.savedAt)}</time>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
