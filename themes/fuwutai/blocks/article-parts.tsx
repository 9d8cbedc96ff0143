import { PhoneLink } from "#components/ui/phone-link.tsx";
import type { ArticleView, FrameView, LinkView } from "#themes/contract.ts";
import { Icon } from "#themes/fuwutai/blocks/icons.tsx";
import { attachmentName } from "#themes/parts/attachment-name.ts";

const HOTLINE = "12345";

export function Attachments({ article }: { article: ArticleView }) {
  const { t } = article.frame;
  if (article.attachments.length === 0) return null;
  return (
    <section className="soft mt-10 bg-sunk px-5 py-4" data-el="attach">
      <h2 className="text-title font-bold">
        {t("site.article.attachments")}
        <span className="ps-3 text-note font-normal text-ink2">
          {t("site.article.attachment-count", { count: article.attachments.length })}
        </span>
      </h2>
      <ul>
        {article.attachments.map((file) => (
          <li className="relative flex items-center gap-3 py-2 leading-item" key={file.href}>
            <Icon name="guide" className="h-6 w-6 shrink-0 text-main" />
            <a className="row-link text-main underline" href={file.href}>
              {attachmentName(t, "site.article.attachment", file)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Somebody is at the counter: the numbers to ask at, beside every text. */
export function Help({ frame: { t, site } }: { frame: FrameView }) {
  return (
    <section className="sheet px-5 py-4" aria-labelledby="help">
      <h2 className="text-title font-bold" id="help">
        {t("site.care.phone")}
      </h2>
      <ul className="pt-1">
        {[
          { name: t("site.care.unit-phone"), number: site.contact.phone },
          { name: t("site.care.hotline"), number: HOTLINE },
        ].map(({ name, number }) => (
          <li className="border-t border-line py-2" key={number}>
            <p className="text-note text-ink2">{name}</p>
            <PhoneLink
              className="inline-flex hit items-center gap-2 text-title font-bold text-main"
              phone={number}
            >
              <Icon name="phone" className="h-5 w-5" />
              {number}
            </PhoneLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Neighbour({ label, link }: { label: string; link: LinkView | null }) {
  if (!link) return null;
  return (
    <li className="relative border-t border-line py-3">
      <p className="text-note text-ink2">{label}</p>
      <p className="leading-item">
        <a className="row-link" href={link.href}>
          {link.name}
        </a>
      </p>
    </li>
  );
}

export function Neighbours({ article }: { article: ArticleView }) {
  const { t } = article.frame;
  return (
    <nav className="sheet px-5 py-3 text-item" aria-label={t("site.article.neighbours")}>
      <p>
        <a className="inline-flex hit items-center font-bold text-main" href={article.column.href}>
          {t("site.article.back", { name: article.column.name })}
        </a>
      </p>
      <ul>
        <Neighbour label={t("site.article.previous")} link={article.previous} />
        <Neighbour label={t("site.article.next")} link={article.next} />
      </ul>
    </nav>
  );
}
