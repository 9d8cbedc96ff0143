import type { ArticleView, LinkView } from "#themes/contract.ts";
import { attachmentName } from "#themes/parts/attachment-name.ts";

export function Attachments({ article }: { article: ArticleView }) {
  const { t } = article.frame;
  if (article.attachments.length === 0) return null;
  return (
    <section className="mt-10 border-t-2 border-aux1 bg-paper px-5 py-4" data-el="attach">
      <h2 className="font-serif text-title font-bold">
        {t("site.article.attachments")}
        <span className="ps-3 font-sans text-note font-normal text-ink2">
          {t("site.article.attachment-count", { count: article.attachments.length })}
        </span>
      </h2>
      <ul>
        {article.attachments.map((file) => (
          <li className="relative py-2 leading-item" key={file.href}>
            <a className="row-link text-main underline" href={file.href}>
              {attachmentName(t, "site.article.attachment", file)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Neighbour({ label, link }: { label: string; link: LinkView | null }) {
  if (!link) return null;
  return (
    <li className="relative flex gap-4 py-2.5 leading-item">
      <span className="shrink-0 text-ink2">{label}</span>
      <a className="row-link" href={link.href}>
        {link.name}
      </a>
    </li>
  );
}

export function Neighbours({ article }: { article: ArticleView }) {
  const { t } = article.frame;
  return (
    <nav className="pt-4 text-item" aria-label={t("site.article.neighbours")} data-screen>
      <ul>
        <Neighbour label={t("site.article.previous")} link={article.previous} />
        <Neighbour label={t("site.article.next")} link={article.next} />
      </ul>
      <p className="pt-2">
        <a className="inline-flex hit items-center text-main underline" href={article.column.href}>
          {t("site.article.back", { name: article.column.name })}
        </a>
      </p>
    </nav>
  );
}
