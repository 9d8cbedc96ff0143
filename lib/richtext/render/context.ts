import type { Block, Callout, Image } from "../nodes.ts";

/** Where a picture of the media library is, in real pixels. */
export type AssetPicture = { src: string; width: number; height: number };

/** Where a file of the media library is, what it is and how big. */
export type AssetFile = { href: string; extension: string; sizeBytes: number };

/** What the page says beside the author's words. */
export type SaidKey =
  | `callout.${Callout["kind"]}`
  | "attachment"
  | "download"
  | "transcript"
  | "note"
  | "notes"
  | "back";
export type Say = (key: SaidKey, values?: Record<string, string | number>) => string;

export type RenderOptions = {
  /** Care pages are left-aligned: no justified text (CITIZEN-DESIGN §4.2). */
  variant: "std" | "care";
  /** Name of a table's scroll region, from i18n; several tables are numbered after it. */
  tableLabel: string;
  /** 0 when the document stands under the page's h1, 1 under an h2, and so on. */
  headingOffset?: number;
  /** Finds pictures that are named by `assetId`. Without it, or for null, the picture is left out. */
  assetPicture?: (assetId: number) => AssetPicture | null;
  /** Finds films and attachments. Without it, or for null, their words are left. */
  assetFile?: (assetId: number) => AssetFile | null;
  /** Words of i18n; without it the page says nothing of its own. */
  say?: Say;
};

export type Picture = { src: string; width: number | null; height: number | null };

/** What the render of one document carries from block to block. */
export type RenderContext = {
  variant: RenderOptions["variant"];
  /** The level to print for a heading; call once per heading, in reading order. */
  headingLevel: (written: number) => number;
  /** The name of the next table; call once per table, in reading order. */
  tableName: () => string;
  picture: (image: Image) => Picture | null;
  poster: (assetId: number) => AssetPicture | null;
  file: (assetId: number) => AssetFile | null;
  say: Say;
  /** Notes called for so far, in reading order. */
  notes: string[];
  /** Anchors of the document, and those that stand on the page already. */
  anchors: ReadonlySet<string>;
  placedAnchors: Set<string>;
  /** Draws the blocks of a cell. Here, because blocks hold tables and tables hold blocks. */
  renderBlocks: (blocks: readonly Block[], context: RenderContext) => string;
  /** A header cell may hold no headings, so inside one they are paragraphs. */
  isInHeaderCell: boolean;
};
