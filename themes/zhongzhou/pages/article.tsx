import { RichHtml } from "#components/ui/rich-html.tsx";
import type { ArticleView } from "#themes/contract.ts";
import { ArchivedNote } from "#themes/parts/archived-note.tsx";
import { ArticleMeta } from "#themes/parts/article-meta.tsx";
import { DocumentIndex } from "#themes/parts/document-index.tsx";
import { PaperAddress, Share } from "#themes/parts/share.tsx";
import { Attachments, Neighbours } from "#themes/zhongzhou/blocks/article-foot.tsx";
import { PageTitle } from "#themes/zhongzhou/blocks/page-title.tsx";
import { Page } from "#themes/zhongzhou/layouts/page.tsx";

export function Article(article: ArticleView) {
  return (
    <Page frame={article.frame}>
      <article>
        <ArchivedNote article={article} className="mx-auto mb-6 max-w-measure text-body" />
        <PageTitle title={article.title}>
          {article.subtitle ? (
            <p className="pt-2 font-serif text-title text-balance">{article.subtitle}</p>
          ) : null}
          <ArticleMeta
            article={article}
            className="flex flex-wrap justify-center gap-x-6 pt-4 text-note text-ink2"
          />
        </PageTitle>
        <DocumentIndex article={article} className="mx-auto max-w-measure pt-8 text-body" />
        <div className="mx-auto max-w-measure pt-8 text-body">
          <RichHtml html={article.bodyHtml} />
          <Attachments article={article} />
          <Share article={article} className="mt-8 border-y border-line text-note" />
          <PaperAddress article={article} className="pt-8 text-note" />
        </div>
      </article>
      <div className="mx-auto max-w-measure text-body">
        <Neighbours article={article} />
      </div>
    </Page>
  );
}
