import type { ArticleView } from "#themes/contract.ts";
import { ValidityBadge } from "#themes/parts/validity-badge.tsx";

/** A longer value has a line of its own where two stand side by side. */
const WIDE_FROM = 16;

type DocumentIndexProps = { article: ArticleView; className?: string };

/** 有效性 in one line, then the index of an official document in its fixed order. @rule GW-1 C24 C25 */
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
        {rows.map(({ name, value }) => (
          <div
            className={`flex gap-4 border-b border-line px-4 py-2 ${value.length > WIDE_FROM ? "lg:col-span-2" : ""}`}
            key={name}
          >
            <dt className="w-[5em] shrink-0 text-ink2">{name}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
