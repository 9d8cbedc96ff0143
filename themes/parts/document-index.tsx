import type { ArticleView, FactView } from "#themes/contract.ts";
import { FactLines } from "#themes/parts/fact-lines.tsx";
import { ValidityBadge } from "#themes/parts/validity-badge.tsx";

/** A longer value has a line of its own where two stand side by side. */
const WIDE_FROM = 16;

type DocumentIndexProps = { article: ArticleView; className?: string };

const isWide = ({ lines }: FactView): boolean =>
  lines.length > 1 || (lines[0] ?? "").length > WIDE_FROM;

/** 有效性 in one line, then the fields in their fixed order. @rule GW-1 C24 C25 C31 C34 */
export function DocumentIndex({ article, className = "" }: DocumentIndexProps) {
  const { documentIndex } = article;
  if (!documentIndex) return null;
  const { rows, validity } = documentIndex;
  return (
    <section className={className} data-el="docmeta">
      {validity ? (
        <p className="pb-3">
          <ValidityBadge validity={validity} />
          {validity.sentence ? <span className="ps-3">{validity.sentence}</span> : null}
          {validity.replacement ? (
            <a className="ps-3 text-main underline" href={validity.replacement.href}>
              {validity.replacement.name}
            </a>
          ) : null}
        </p>
      ) : null}
      <dl className="border-t-2 border-aux1 bg-paper text-note lg:grid lg:grid-cols-2 care:block care:text-body">
        {rows.map((fact) => (
          <div
            className={`flex gap-4 border-b border-line px-4 py-2 ${isWide(fact) ? "lg:col-span-2" : ""}`}
            key={fact.name}
          >
            <dt className="w-[6em] shrink-0 text-ink2">{fact.name}</dt>
            <dd className="min-w-0 break-words">
              <FactLines fact={fact} linkClass="text-main underline" />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
