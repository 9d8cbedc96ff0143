import { formatMoment } from "#lib/format/moment.ts";
import type { LeftoverView } from "#modules/resources/drafts/loaders.ts";

type Props = { leftovers: readonly LeftoverView[]; words: Record<string, string> };

/** What was written but not taken in because another had saved: to be read and copied from. */
export function Leftovers({ leftovers, words }: Props) {
  if (leftovers.length === 0) return null;
  return (
    <section className="leftovers">
      <h2>{words["edit.leftovers"]}</h2>
      <p className="quiet">{words["edit.leftovers-hint"]}</p>
      {leftovers.map(({ id, at, who, title, text }) => (
        <details key={id}>
          <summary>
            <time dateTime={at.toISOString()}>{formatMoment(at)}</time> {who}：
            {title || words["list.untitled"]}
          </summary>
          <textarea aria-label={`${who} ${title}`} readOnly rows={12} defaultValue={text} />
        </details>
      ))}
    </section>
  );
}
