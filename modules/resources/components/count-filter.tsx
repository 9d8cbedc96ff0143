type Choice = { value: string | null; name: string; count: number };
type Props = {
  label: string;
  choices: readonly Choice[];
  chosen: string | null;
  /** Address of the list with this choice. */
  hrefOf: (value: string | null) => string;
};

/** A filter of links, each with its count: works without script and can be sent to a colleague. */
export function CountFilter({ label, choices, chosen, hrefOf }: Props) {
  return (
    <nav className="tabs" aria-label={label}>
      {choices.map(({ value, name, count }) => (
        <a
          key={name}
          href={hrefOf(value)}
          aria-current={value === chosen ? "true" : undefined}
        >{`${name} ${count}`}</a>
      ))}
    </nav>
  );
}
