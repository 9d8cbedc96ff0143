import { richText } from "./build.ts";
import { findAnchors, NO_ANCHORS } from "./import/anchors.ts";
import { rootContext } from "./import/context.ts";
import { fitBlocks } from "./import/fit.ts";
import { emptyContainer } from "./import/flat.ts";
import { foldBlocks } from "./import/fold.ts";
import { takeNotes } from "./import/notes.ts";
import { parseHtml } from "./import/parse.ts";
import { Tally } from "./import/tally.ts";
import { walk } from "./import/walk.ts";
import type { RichTextDocument } from "./schema.ts";

/** A file that came along with the page: a picture of the media library, or where a link to it leads. */
export type KnownFile = {
  href: string;
  assetId: number | null;
  width: number | null;
  height: number | null;
};

export type FromHtml = {
  /** Always passes `parseDocument`. */
  document: RichTextDocument;
  /**
   * What was left out, in pieces: element names, `comment`, `hidden`, `on*`, `link` and `img` (bad
   * addresses and places in the text, words kept), `linked-image` (picture kept, link not), `remote-image` (now a link), `nested-table` and
   * `flattened-block` (words kept). `over-limit` counts
   * characters that are lost.
   */
  dropped: Record<string, number>;
};

/** Two looks, each from the beginning to the end: one for both would look from every `href` on. */
const mayLinkWithin = (html: string): boolean => /\bhref\b/i.test(html) && /#|&num;/i.test(html);

/**
 * Reads anybody's HTML (old sites, Word, feeds) into a document: the words and their structure are
 * kept, looks and everything that can act are not. Never throws, whatever the input.
 * @param options.baseUrl address of the page the HTML is from; resolves relative links and pictures
 * @param options.files files that came along, by the address as the HTML writes it
 * @param options.hasOwnPicturesOnly a picture elsewhere becomes a link to it: pages ask nobody but the site
 */
export function fromHtml(
  html: string,
  options: {
    baseUrl?: string;
    files?: ReadonlyMap<string, KnownFile>;
    hasOwnPicturesOnly?: boolean;
  } = {},
): FromHtml {
  const tally = new Tally();
  const container = emptyContainer(false);
  const page = parseHtml(html);
  // Most pages have no link within themselves: neither notes nor anchors to look for.
  const hasLinksWithin = mayLinkWithin(html);
  const notes = hasLinksWithin ? takeNotes(page) : new Map();
  walk(page.childNodes, rootContext(container), {
    tally,
    baseUrl: options.baseUrl,
    files: options.files,
    hasOwnPicturesOnly: options.hasOwnPicturesOnly ?? false,
    notes,
    anchors: hasLinksWithin ? findAnchors(page, options.baseUrl) : NO_ANCHORS,
  });
  const blocks = fitBlocks(foldBlocks(container.blocks), tally);
  return { document: richText(blocks), dropped: tally.dropped() };
}
