import type { ArticleView } from "#themes/contract.ts";
import { QrCode } from "#themes/parts/qr-code.tsx";

type ShareProps = { article: ArticleView; className: string };

/** The address to pass on, as text that can be copied and as a code that a phone reads; no script. @rule GL-13.7 C12 */
export function Share({ article, className }: ShareProps) {
  const { t, canonical } = article.frame;
  return (
    <details className={className} data-el="share" data-screen>
      <summary className="flex hit items-center justify-between text-main">
        {t("site.article.share")}
        <span className="chevron" aria-hidden />
      </summary>
      <div className="flex flex-wrap items-start gap-6 pb-4">
        <p className="max-w-measure flex-1 basis-60">
          {t("site.article.share-hint", { source: article.source })}
          <span className="font-bold break-all select-all">{canonical}</span>
        </p>
        <QrCode text={canonical} title={t("site.article.qr")} className="h-32 w-32 shrink-0" />
      </div>
    </details>
  );
}

/** Where the text stands on the web, for who holds it on paper. */
export function PaperAddress({ article, className }: ShareProps) {
  const { t, canonical } = article.frame;
  return (
    <div className={`paper-only ${className}`}>
      <p className="break-all">{canonical}</p>
      <QrCode text={canonical} title={t("site.article.qr")} className="h-24 w-24" />
    </div>
  );
}
