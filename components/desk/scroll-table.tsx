import type { ReactNode } from "react";

type Props = {
  label: string | undefined;
  heads: readonly (string | undefined)[];
  children: ReactNode;
};

/** A table of the desk, its rows given: wider than a small screen it scrolls sideways, by keys too. */
export function ScrollTable({ label, heads, children }: Props) {
  return (
    <section
      className="table-scroll"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to
      tabIndex={0}
    >
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
