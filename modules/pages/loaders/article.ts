import "server-only";
import type { Db } from "#db/client.ts";
import { AppError } from "#lib/errors.ts";
import { convertDeep } from "#lib/i18n/convert.ts";
import { wordsOf } from "#lib/i18n/words.ts";
import { tags } from "#modules/cachetags/domain.ts";
import { lineage } from "#modules/pages/domain.ts";
import type { FileAddress } from "#modules/pages/loaders/body.ts";
import { bodyHtml } from "#modules/pages/loaders/body.ts";
import { documentIndex, keywordsOf } from "#modules/pages/loaders/document-index.ts";
import type { Setting } from "#modules/pages/loaders/frame.ts";
import { frameOf, linkTo } from "#modules/pages/loaders/frame.ts";
import type { Neighbour, PublicArticle } from "#modules/resources/queries/public.ts";
import { getNeighbours, getPublicArticle } from "#modules/resources/queries/public.ts";
import type { ArticleView } from "#themes/contract.ts";

const publicAddress: FileAddress = ({ sha256, extension }) =>
  `/files/${sha256.toString("hex")}.${extension}`;

const attachmentsOf = (article: PublicArticle, address: FileAddress): ArticleView["attachments"] =>
  article.files
    .filter(({ role }) => role === "attachment")
    .map((file) => ({
      title: file.title,
      href: address(file),
      extension: file.extension,
      sizeBytes: file.sizeBytes,
    }));

export async function loadArticle(
  db: Db,
  setting: Setting,
  placementId: number,
): Promise<ArticleView> {
  const article = await getPublicArticle(db, placementId);
  // Withdrawn between the look-up of the address and this read: fail, and the gateway asks again.
  if (!article) throw new AppError("UNAVAILABLE", `placement ${placementId} is not live`);
  return articleView(setting, article, await getNeighbours(db, article));
}

/** The page of an article that is in hand, live or not: previews draw the same. */
export function articleView(
  setting: Setting,
  given: PublicArticle,
  beside: { previous: Neighbour | null; next: Neighbour | null },
  address: FileAddress = publicAddress,
): ArticleView {
  const article = convertDeep(given, setting.convert);
  const line = lineage(setting.columns, article.columnId);
  const column = line.at(-1);
  if (!column) throw new AppError("UNAVAILABLE", `column ${article.columnId} is hidden`);
  const { title, source, author, summary } = article;
  const keywords =
    article.tags.length > 0 ? article.tags : keywordsOf(article).map(setting.convert);
  const near = (neighbour: Neighbour | null) =>
    neighbour ? linkTo(setting, setting.convert(neighbour.title), neighbour.path) : null;
  return {
    frame: frameOf(setting, {
      path: article.path,
      title: article.archivedAt ? wordsOf(setting.locale)("pages.archived", { title }) : title,
      crumbs: [
        ...line.map(({ name, path }) => ({ name, path: `/${path}` })),
        { name: wordsOf(setting.locale)("pages.body"), path: article.path },
      ],
      meta: {
        column,
        article: {
          title,
          publishedAt: article.publishedAt,
          source: source ?? setting.site.name,
          keywords,
          author,
          description: summary,
        },
      },
      tags: [tags.resource(article.resourceId), tags.columnOrder(article.columnId)],
    }),
    title,
    archivedAt: article.archivedAt?.toISOString() ?? null,
    subtitle: article.subtitle,
    publishedAt: article.publishedAt.toISOString(),
    updatedAt: article.number > 1 ? (article.releasedAt?.toISOString() ?? null) : null,
    source: source ?? setting.site.name,
    author,
    // Cut from the text by machine; "in one sentence" is for what an editor wrote.
    summary: null,
    bodyHtml: bodyHtml(setting, article, address),
    attachments: attachmentsOf(article, address),
    documentIndex: documentIndex(setting, article),
    column: linkTo(setting, column.name, `/${column.path}`),
    previous: near(beside.previous),
    next: near(beside.next),
  };
}
