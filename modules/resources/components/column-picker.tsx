"use client";

type Column = { id: number; parentId: number | null; name: string };
type Props = {
  legend: string;
  columns: readonly Column[];
  chosen: readonly number[];
  onChange: (chosen: number[]) => void;
};

/** The column tree of the site, to tick. */
export function ColumnPicker({ legend, columns, chosen, onChange }: Props) {
  const toggle = (id: number, isOn: boolean) =>
    onChange(isOn ? [...chosen, id] : chosen.filter((other) => other !== id));
  const branch = (parentId: number | null): React.ReactNode => {
    const below = columns.filter((column) => column.parentId === parentId);
    if (below.length === 0) return null;
    return (
      <ul>
        {below.map(({ id, name }) => (
          <li key={id}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={(event) => toggle(id, event.target.checked)}
              />
              {name}
            </label>
            {branch(id)}
          </li>
        ))}
      </ul>
    );
  };
  return (
    <fieldset className="columns">
      <legend>{legend}</legend>
      {branch(null)}
    </fieldset>
  );
}
