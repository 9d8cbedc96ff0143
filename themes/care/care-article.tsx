import { Headline } from "#components/ui/headline.tsx";
import { RichHtml } from "#components/ui/rich-html.tsx";
import { CarePage } from "#themes/care/care-page.tsx";
import { CareLinks } from "#themes/care/care-rows.tsx";
import { CareSection } from "#themes/care/care-section.tsx";
import type { ArticleView, LinkView } from "#themes/contract.ts";
import { ArchivedNote } from "#themes/parts/archived-note.tsx";
import { ArticleMeta } from "#themes/parts/article-meta.tsx";
import { attachmentName } from "#themes/parts/attachment-name.ts";
import { DocumentIndex } from "#themes/parts/document-index.tsx";

/** Where to go next, each told with the word for its direction. */
function nextSteps(article: ArticleView): LinkView[] {
  const { column, previous, next, frame } = article;
  const { t } = frame;
  const steps: LinkView[] = [];
  if (previous) {
    steps.push({ ...previous, name: `${t("site.article.previous")}：${previous.name}` });
  }
  if (next) steps.push({ ...next, name: `${t("site.article.next")}：${next.name}` });
  steps.push({ ...column, name: t("site.article.back", { name: column.name }) });
  return steps;
}

/** A summary cut from the text itself would only say the same twice. */
function isToldInBody({ summary, bodyHtml }: ArticleView): boolean {
  const words = (text: string) => text.replace(/<[^>]*>|[\s…]+/g, "");
  return words(bodyHtml).includes(words(summary ?? ""));
}

/** Title, when and from whom, in one sentence, the text, files as large rows, and whom to ask. */
export function CareArticle(article: ArticleView) {
  const { frame, title, subtitle, summary, attachments } = article;
  const { t } = frame;
  const files = attachments.map((file) => ({
    name: attachmentName(t, "site.care.open-file", file),
    href: file.href,
  }));
  return (
    <CarePage frame={frame}>
      <article>
        <ArchivedNote article={article} className="mt-4" />
        <h1 className="pt-4 text-head leading-tight font-bold">
          <Headline text={title} />
        </h1>
        {subtitle ? <p className="pt-3 text-title">{subtitle}</p> : null}
        <ArticleMeta article={article} className="flex flex-col pt-4" />
        {summary && !isToldInBody(article) ? (
          <div className="mt-6 border-s-6 border-main bg-sunk px-5 py-4">
            <h2 className="text-title font-bold">{t("site.care.in-short")}</h2>
            <p>{summary}</p>
          </div>
        ) : null}
        <DocumentIndex article={article} className="pt-6" />
        <RichHtml html={article.bodyHtml} className="pt-8" />
        {files.length > 0 ? (
          <CareSection title={t("site.care.files")}>
            <CareLinks links={files} />
          </CareSection>
        ) : null}
      </article>
      <p className="mt-8 border-y-3 border-main py-4 text-title leading-item font-bold">
        {t("site.care.puzzled")}
      </p>
      <nav className="pt-8" aria-label={t("site.article.neighbours")} data-screen>
        <CareLinks links={nextSteps(article)} />
      </nav>
    </CarePage>
  );
}
