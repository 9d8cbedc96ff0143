import type { ContentQuery } from "#modules/resources/drafts/loaders.ts";

type Column = { id: number; parentId: number | null; name: string };
type Props = { columns: readonly Column[]; query: ContentQuery; words: Record<string, string> };

/** The columns of the site as a tree of links; the other filters stay as they are. */
export function ColumnTree({ columns, query, words }: Props) {
  const { column: current = "", state, words: typed } = query;
  const addressOf = (id: string) => {
    const filters = Object.entries({ column: id, state, words: typed });
    const set = filters.filter((pair): pair is [string, string] => Boolean(pair[1]));
    return `/admin/content?${new URLSearchParams(set)}`;
  };
  const link = (id: string, name: string | undefined) => (
    <a href={addressOf(id)} aria-current={id === current ? "page" : undefined}>
      {name}
    </a>
  );
  const below = (parentId: number | null) => columns.filter((one) => one.parentId === parentId);
  const branch = (parentId: number | null): React.ReactNode => (
    <ul>
      {parentId === null && <li>{link("", words["list.all-columns"])}</li>}
      {below(parentId).map(({ id, name }) => (
        <li key={id}>
          {link(String(id), name)}
          {below(id).length > 0 && branch(id)}
        </li>
      ))}
    </ul>
  );
  return (
    <nav className="column-tree" aria-label={words["list.tree"]}>
      <h2>{words["list.tree"]}</h2>
      {branch(null)}
    </nav>
  );
}
