import { Headline } from "#components/ui/headline.tsx";
import { RichHtml } from "#components/ui/rich-html.tsx";
import type { ArticleView } from "#themes/contract.ts";
import { Attachments, Help, Neighbours } from "#themes/fuwutai/blocks/article-parts.tsx";
import { Page } from "#themes/fuwutai/layouts/page.tsx";
import { ArchivedNote } from "#themes/parts/archived-note.tsx";
import { ArticleMeta } from "#themes/parts/article-meta.tsx";
import { DocumentIndex } from "#themes/parts/document-index.tsx";
import { PaperAddress, Share } from "#themes/parts/share.tsx";

/** The text on its sheet; at its side whom to ask and where to go on. */
export function Article(article: ArticleView) {
  const { frame } = article;
  return (
    <Page frame={frame}>
      <div className="lg:article-columns mx-auto grid max-w-page grid-cols-1 items-start gap-4 px-4 lg:gap-6 lg:px-8">
        <article className="sheet px-5 py-6 lg:px-14 lg:py-10">
          <ArchivedNote article={article} className="mb-6 text-body" />
          <h1 className="text-head leading-tight font-bold">
            <Headline text={article.title} />
          </h1>
          {article.subtitle ? <p className="pt-2 text-title">{article.subtitle}</p> : null}
          <ArticleMeta
            article={article}
            className="mt-4 flex flex-wrap gap-x-6 border-b border-line pb-4 text-note text-ink2"
          />
          <DocumentIndex article={article} className="pt-6 text-note" />
          <div className="max-w-measure pt-6 text-body">
            <RichHtml html={article.bodyHtml} />
            <Attachments article={article} />
            <Share article={article} className="mt-8 border-t border-line text-note" />
            <PaperAddress article={article} className="pt-8 text-note" />
          </div>
        </article>
        <div className="flex flex-col gap-4 lg:gap-6" data-screen>
          <Help frame={frame} />
          <Neighbours article={article} />
        </div>
      </div>
    </Page>
  );
}
