import "server-only";
import { wordsOf } from "#lib/i18n/words.ts";
import { renderHtml } from "#lib/richtext/render.ts";
import type { RichTextDocument } from "#lib/richtext/schema.ts";
import { parseDocument } from "#lib/richtext/schema.ts";
import type { Setting } from "#modules/pages/loaders/frame.ts";
import type { PublicArticle, PublicFile } from "#modules/resources/queries/public.ts";

/** Address of a published file; previews say another one. */
export type FileAddress = (file: PublicFile) => string;

/** The document with every link's address written anew. */
function withLinks(
  document: RichTextDocument,
  addressOf: (url: string) => string,
): RichTextDocument {
  const walk = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(walk);
    if (part === null || typeof part !== "object") return part;
    const node: Record<string, unknown> = Object.fromEntries(
      Object.entries(part).map(([key, inner]) => [key, walk(inner)]),
    );
    const isLink = node["type"] === "link" && typeof node["url"] === "string";
    return isLink ? { ...node, url: addressOf(String(node["url"])) } : node;
  };
  return walk(document) as RichTextDocument; // safe because only addresses of links were replaced
}

/** Stored bodies passed the schema when they were written; one that does not now is a damaged row. */
export function bodyHtml(setting: Setting, article: PublicArticle, address: FileAddress): string {
  const parsed = parseDocument(article.body);
  if (!parsed.ok) throw new Error(`edition of resource ${article.resourceId} does not parse`);
  const files = new Map(article.files.map((file) => [file.assetId, file]));
  const say = wordsOf(setting.locale);
  return renderHtml(withLinks(parsed.document, setting.linkTo), {
    variant: setting.variant.mode,
    tableLabel: say("pages.table"),
    say: (key, values) => say(`pages.rich.${key}`, values),
    assetFile: (id) => {
      const file = files.get(id);
      return file
        ? { href: address(file), extension: file.extension, sizeBytes: Number(file.sizeBytes) }
        : null;
    },
    assetPicture: (id) => {
      const file = files.get(id);
      if (!file?.width || !file.height) return null;
      return { src: address(file), width: file.width, height: file.height };
    },
  });
}
