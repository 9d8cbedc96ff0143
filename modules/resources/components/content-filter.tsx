import type { ContentQuery } from "#modules/resources/drafts/loaders.ts";

type Column = { id: number; parentId: number | null; name: string };
type Props = { columns: readonly Column[]; query: ContentQuery; words: Record<string, string> };

const STATES = ["draft", "in_review", "returned", "approved", "live", "withdrawn"] as const;

/** Parents before their children, with their depth: what a select can show of a tree. */
function inOrder(
  columns: readonly Column[],
  parentId: number | null = null,
  depth = 0,
): { column: Column; depth: number }[] {
  return columns
    .filter((column) => column.parentId === parentId)
    .flatMap((column) => [{ column, depth }, ...inOrder(columns, column.id, depth + 1)]);
}

/** Works without script: a form that asks for the same page. */
export function ContentFilter({ columns, query, words }: Props) {
  return (
    <form className="filter" method="get" action="/admin/content">
      <p>
        <label htmlFor="column">{words["list.columns"]}</label>
        <select id="column" name="column" defaultValue={query.column ?? ""}>
          <option value="">{words["list.all-columns"]}</option>
          {inOrder(columns).map(({ column, depth }) => (
            <option key={column.id} value={column.id}>
              {"　".repeat(depth)}
              {column.name}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label htmlFor="state">{words["list.state"]}</label>
        <select id="state" name="state" defaultValue={query.state ?? ""}>
          <option value="">{words["list.any-state"]}</option>
          {STATES.map((state) => (
            <option key={state} value={state}>
              {words[`state.${state}`]}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label htmlFor="words">{words["list.words"]}</label>
        <input id="words" name="words" defaultValue={query.words ?? ""} />
      </p>
      <button type="submit">{words["list.filter"]}</button>
    </form>
  );
}
