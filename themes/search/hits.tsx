import { Moment } from "#components/ui/moment.tsx";
import type { HitView, Translate } from "#themes/contract.ts";
import { attachmentName } from "#themes/parts/attachment-name.ts";
import { ValidityBadge } from "#themes/parts/validity-badge.tsx";
import { ArchivedMark } from "#themes/search/archived-mark.tsx";
import { BestBetMark } from "#themes/search/best-bet-mark.tsx";
import { HitCard } from "#themes/search/hit-card.tsx";
import { MarkedText } from "#themes/search/marked-text.tsx";

/** What kind, who says it, when, under which number. */
function Facts({ t, hit }: { t: Translate; hit: HitView }) {
  return (
    <p className="flex flex-wrap gap-x-4 pt-1 text-note text-ink2">
      <span>{hit.className}</span>
      {hit.from.map((name) => (
        <span key={name}>{name}</span>
      ))}
      {hit.place.length > 0 ? (
        <span data-el="hit-place">
          <span className="unseen">{t("search.hit.place")} </span>
          {hit.place.join(" › ")}
        </span>
      ) : null}
      {hit.documentNumber ? (
        <span>
          <span className="unseen">{t("search.hit.number")} </span>
          {hit.documentNumber}
        </span>
      ) : null}
      <span>
        <span className="unseen">{t("search.hit.published")} </span>
        <Moment at={hit.publishedAt} isDayOnly />
      </span>
    </p>
  );
}

const plainLink = "inline-flex hit items-center text-main underline";

/** 相关下载: files of the result, without the way through its page. */
export function HitFiles({ t, hit, linkClass = plainLink }: HitProps & { linkClass?: string }) {
  if (hit.attachments.length === 0) return null;
  return (
    <div className="pt-1">
      <p className="inline text-note">{t("search.hit.files")}</p>
      <ul className="inline">
        {hit.attachments.map((file) => (
          <li className="inline ps-3" key={file.href}>
            <a className={linkClass} href={file.href}>
              {attachmentName(t, "search.hit.file", file)}
            </a>
            {file.isWhereFound ? (
              <span className="ps-2 text-note text-ink2" data-el="where-found">
                {t("search.hit.where-found")}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The same text elsewhere, folded under the one that said it first. */
function Reprints({ t, hit }: HitProps) {
  if (hit.reprints.length === 0) return null;
  return (
    <p className="pt-1 text-note">
      {t("search.hit.reprints")}
      {hit.reprints.map(({ name, href }) => (
        <a className={`ps-3 ${plainLink}`} key={href} href={href}>
          {name}
        </a>
      ))}
    </p>
  );
}

type HitProps = { t: Translate; hit: HitView };

function Hit({ t, hit, titleClass }: HitProps & { titleClass: string }) {
  return (
    <li className="border-b border-line py-4" data-el="hit">
      <h3 className={titleClass}>
        {hit.isBestBet ? (
          <>
            <BestBetMark t={t} />{" "}
          </>
        ) : null}
        <a className="underline" href={hit.href}>
          <MarkedText runs={hit.title} />
        </a>
        {hit.validity ? (
          <>
            {" "}
            <ValidityBadge validity={hit.validity} />
          </>
        ) : null}
        {hit.isArchived ? (
          <>
            {" "}
            <ArchivedMark t={t} />
          </>
        ) : null}
      </h3>
      {hit.snippet.length > 0 ? (
        <p className="max-w-measure pt-1 text-item leading-item">
          {hit.snippetFile === null ? null : (
            <span className="text-ink2">{t("search.hit.of-file", { name: hit.snippetFile })} </span>
          )}
          <MarkedText runs={hit.snippet} />
        </p>
      ) : null}
      <HitCard
        card={hit.card}
        className="mt-2 grid max-w-measure gap-x-6 border-s-3 border-main ps-3 text-note sm:grid-cols-2"
        linkClass={plainLink}
      />
      <Facts t={t} hit={hit} />
      <HitFiles t={t} hit={hit} />
      <Reprints t={t} hit={hit} />
    </li>
  );
}

type HitsProps = { t: Translate; hits: HitView[]; titleClass: string };

export function Hits({ t, hits, titleClass }: HitsProps) {
  return (
    <ol>
      {hits.map((hit) => (
        <Hit key={hit.href} t={t} hit={hit} titleClass={titleClass} />
      ))}
    </ol>
  );
}
