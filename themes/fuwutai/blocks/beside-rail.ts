import type { BlockView, BranchView } from "#themes/contract.ts";

/** Heights in rows of a link: a group's name and its links three to a row; a block's title, then its items. */
const LINKS_PER_ROW = 3;
const TITLE_ROWS = 2;

const railRows = (groups: BranchView[]): number =>
  groups.reduce((sum, { children }) => sum + 1 + Math.ceil(children.length / LINKS_PER_ROW), 1);

/** How many blocks stand beside the rail: those that end nearest to where it ends. At least one. */
export function blocksBesideRail(groups: BranchView[], blocks: BlockView[]): number {
  const rail = railRows(groups);
  let height = 0;
  const misses = blocks.map((block) => {
    height += TITLE_ROWS + block.items.length;
    return Math.abs(height - rail);
  });
  return misses.indexOf(Math.min(...misses)) + 1;
}
