import type { Block, Image } from "../nodes.ts";

/** Where a picture of the media library is, in real pixels. */
export type AssetPicture = { src: string; width: number; height: number };

export type RenderOptions = {
  /** Care pages are left-aligned: no justified text (CITIZEN-DESIGN §4.2). */
  variant: "std" | "care";
  /** Name of a table's scroll region, from i18n; several tables are numbered after it. */
  tableLabel: string;
  /** 0 when the document stands under the page's h1, 1 under an h2, and so on. */
  headingOffset?: number;
  /** Finds pictures that are named by `assetId`. Without it, or for null, the picture is left out. */
  assetPicture?: (assetId: number) => AssetPicture | null;
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
  /** Draws the blocks of a cell. Here, because blocks hold tables and tables hold blocks. */
  renderBlocks: (blocks: readonly Block[], context: RenderContext) => string;
  /** A header cell may hold no headings, so inside one they are paragraphs. */
  isInHeaderCell: boolean;
};
