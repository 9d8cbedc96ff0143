import type { Words } from "#lib/i18n/words.ts";
import { AddressSearch } from "#modules/resources/components/address-search.tsx";
import { CountFilter } from "#modules/resources/components/count-filter.tsx";
import { OldAddressTable } from "#modules/resources/components/old-address-table.tsx";
import type { Fate } from "#modules/resources/domain.ts";
import { coveredPercent, FATES } from "#modules/resources/domain.ts";
import type { OldAddress } from "#modules/resources/queries/old-addresses.ts";

type Props = {
  found: {
    counts: Record<Fate, number>;
    fate: Fate | null;
    words: string;
    rows: readonly OldAddress[];
  };
  origin: string;
  /** Address of the list with this fate. */
  hrefOf: (fate: string | null) => string;
  say: Words;
};

/** How many old addresses are accounted for, and each of them. */
export function Coverage({ found, origin, hrefOf, say }: Props) {
  const { counts, fate, words, rows } = found;
  const total = FATES.reduce((sum, one) => sum + counts[one], 0);
  if (total === 0) return <p>{say("imports.no-addresses")}</p>;
  const choices = FATES.map((value) => ({
    value,
    name: say(`imports.fate.${value}`),
    count: counts[value],
  }));
  return (
    <>
      <p>{say("imports.coverage", { total, percent: coveredPercent(counts) })}</p>
      <CountFilter
        label={say("imports.filter")}
        choices={[{ value: null, name: say("imports.all"), count: total }, ...choices]}
        chosen={fate}
        hrefOf={hrefOf}
      />
      <AddressSearch fate={fate} words={words} say={say} />
      {rows.length > 0 ? (
        <OldAddressTable rows={rows} origin={origin} say={say} />
      ) : (
        <p>{say("imports.none-such")}</p>
      )}
    </>
  );
}
