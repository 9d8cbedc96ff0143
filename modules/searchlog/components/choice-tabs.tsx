import type { Words } from "#lib/i18n/words.ts";
import { STATISTICS } from "#modules/searchlog/domain/settings.ts";

const CHOICES = {
  days: { label: "period", group: "periods", values: STATISTICS.periods.map(String) },
  which: { label: "which", group: "questions", values: ["all", "empty", "unclicked"] },
} as const;

type Props = {
  kind: keyof typeof CHOICES;
  chosen: string;
  /** Choices that stay. */
  other: Record<string, string>;
  say: Words;
};

/** Links that change one choice of the statistics: works without script, and has an address. */
export function ChoiceTabs({ kind, chosen, other, say }: Props) {
  const { label, group, values } = CHOICES[kind];
  return (
    <nav className="tabs" aria-label={say(`searchlog.${label}`)}>
      {values.map((value) => (
        <a
          key={value}
          href={`/admin/search/questions?${new URLSearchParams({ ...other, [kind]: value })}`}
          aria-current={value === chosen ? "true" : undefined}
        >
          {say(`searchlog.${group}.${value}`)}
        </a>
      ))}
    </nav>
  );
}
