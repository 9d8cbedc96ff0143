import { Moment } from "#components/ui/moment.tsx";
import type { ArticleView } from "#themes/contract.ts";

type ArticleMetaProps = { article: ArticleView; className: string };

/** When, from whom, by whom. @rule GL-13.7 */
export function ArticleMeta({ article, className }: ArticleMetaProps) {
  const { t } = article.frame;
  return (
    <p className={className} data-el="meta">
      <span>
        {t("site.article.published")}
        <Moment at={article.publishedAt} />
      </span>
      <span>
        {t("site.article.source")}
        {article.source}
      </span>
      {article.author ? (
        <span>
          {t("site.article.author")}
          {article.author}
        </span>
      ) : null}
      {article.updatedAt ? (
        <span>
          {t("site.article.updated")}
          <Moment at={article.updatedAt} />
        </span>
      ) : null}
    </p>
  );
}
