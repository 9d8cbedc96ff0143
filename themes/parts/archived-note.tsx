import { Moment } from "#components/ui/moment.tsx";
import type { ArticleView } from "#themes/contract.ts";

/** Above everything else of a page that is kept for reading only: since when, and where to read on. @rule GL-3.8 */
export function ArchivedNote({ article, className }: { article: ArticleView; className: string }) {
  const { archivedAt, column, frame } = article;
  const { t } = frame;
  if (archivedAt === null) return null;
  return (
    <aside
      className={`archived-banner border-2 border-ink bg-sunk px-4 py-3 ${className}`}
      aria-label={t("site.article.archived")}
      data-el="archived"
    >
      <p className="flex flex-wrap gap-x-4 font-bold">
        <span>{t("site.article.archived")}</span>
        <span>
          {t("site.article.archived-at")}
          <span className="whitespace-nowrap">
            <Moment at={archivedAt} isDayOnly />
          </span>
        </span>
      </p>
      <p className="pt-1">
        {t("site.article.archived-why")}{" "}
        <a className="underline" href={column.href}>
          {t("site.article.archived-now", { name: column.name })}
        </a>
      </p>
    </aside>
  );
}
