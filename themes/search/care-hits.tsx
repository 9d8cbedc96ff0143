import { Moment } from "#components/ui/moment.tsx";
import type { FactView, HitView, Translate } from "#themes/contract.ts";
import { ValidityBadge } from "#themes/parts/validity-badge.tsx";
import { ArchivedMark } from "#themes/search/archived-mark.tsx";
import { BestBetMark } from "#themes/search/best-bet-mark.tsx";
import { HitCard } from "#themes/search/hit-card.tsx";
import { MarkedText } from "#themes/search/marked-text.tsx";

const rowClass =
  "hit-main flex flex-col gap-2 border-2 border-ctl px-5 py-3 leading-item hover:border-main hover:bg-sunk";

/** Which files hold the words: citizens find them below the text of the page they are led to. */
function CareWhereFound({ t, hit }: { t: Translate; hit: HitView }) {
  const names = hit.attachments.filter((file) => file.isWhereFound).map(({ title }) => title);
  if (names.length === 0) return null;
  return (
    <span className="text-ink" data-el="where-found">
      {t("search.hit.where-found-in", { names: names.join(t("search.hit.and")) })}
    </span>
  );
}

/** The numbers of one field are to be called; further ones are words, to keep the page short (K9). */
function withOneToCall(card: FactView[]): FactView[] {
  const first = card.find(({ kind }) => kind === "phone");
  return card.map((fact) =>
    fact.kind === "phone" && fact !== first ? { ...fact, kind: "text" } : fact,
  );
}

/** Results one under another. Only the first that answers by itself does so here; the others do on their page. */
export function CareHits({ t, hits }: { t: Translate; hits: HitView[] }) {
  const answer = hits.find(({ card }) => card.length > 0);
  return (
    <ol className="flex flex-col gap-3">
      {hits.map((hit) => (
        <li key={hit.href} data-el="hit">
          <a className={rowClass} href={hit.href} data-plain data-primary>
            {hit.isBestBet ? (
              <span>
                <BestBetMark t={t} />
              </span>
            ) : null}
            <span className="font-bold text-main underline">
              <MarkedText runs={hit.title} />
            </span>
            {hit.validity ? (
              <span className="text-ink">
                <ValidityBadge validity={hit.validity} />
              </span>
            ) : null}
            {hit.isArchived ? (
              <span>
                <ArchivedMark t={t} />
              </span>
            ) : null}
            <CareWhereFound t={t} hit={hit} />
            <span className="text-ink">{[hit.className, ...hit.from].join(" ")}</span>
            {hit.place.length > 0 ? (
              <span className="text-ink">{hit.place.join(" › ")}</span>
            ) : null}
            <span className="text-ink">
              {t("search.hit.published")} <Moment at={hit.publishedAt} isDayOnly />
            </span>
          </a>
          {hit === answer ? (
            <HitCard
              card={withOneToCall(hit.card)}
              className="border-2 border-t-0 border-ctl px-5 py-3"
              linkClass="hit-main my-1 inline-flex items-center font-bold text-main underline"
            />
          ) : null}
        </li>
      ))}
    </ol>
  );
}
