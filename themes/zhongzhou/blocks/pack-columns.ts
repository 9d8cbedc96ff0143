import type { BlockView } from "#themes/contract.ts";

/** A block's title takes about as much room as this many rows. */
const TITLE_ROWS = 2;
/** The middle one of three columns is wider, so that fewer of its rows need a second line. */
const MIDDLE_HEIGHT = 0.7;
/** The shortest column may be this much of the longest before fewer columns are tried. */
const EVEN_ENOUGH = 0.6;

function heights(columns: BlockView[][]): number[] {
  return columns.map((column, index) => {
    const rows = column.reduce((sum, block) => sum + TITLE_ROWS + block.items.length, 0);
    return columns.length === 3 && index === 1 ? rows * MIDDLE_HEIGHT : rows;
  });
}

/** First a block for each column, then each block under the shortest one, the left one of equals. */
function pack(blocks: BlockView[], count: number): BlockView[][] {
  const columns = blocks.slice(0, count).map((block) => [block]);
  for (const block of blocks.slice(count)) {
    const found = heights(columns);
    columns[found.indexOf(Math.min(...found))]?.push(block);
  }
  return columns;
}

function evenness(columns: BlockView[][]): number {
  const found = heights(columns);
  return Math.min(...found) / Math.max(...found);
}

/** Blocks as newspaper columns: three of them, or two where three would hang unevenly. */
export function packColumns(blocks: BlockView[]): BlockView[][] {
  const three = pack(blocks, 3);
  if (three.length < 3 || evenness(three) >= EVEN_ENOUGH) return three;
  const two = pack(blocks, 2);
  return evenness(two) > evenness(three) ? two : three;
}
