import { paragraph, richText, textRun } from "../build.ts";
import { MAX_NODES, MAX_TEXT_BYTES } from "../limits.ts";
import { measure } from "../measure.ts";
import type { Block } from "../nodes.ts";
import { plainText } from "../text.ts";
import type { Tally } from "./tally.ts";
import { OVER_LIMIT, startOf } from "./tally.ts";

/** Key in `dropped`: blocks whose words were kept in one last paragraph, because nodes ran out. */
export const FLATTENED = "flattened-block";

// The root, the last paragraph and its text.
const RESERVED_NODES = 3;

/**
 * Keeps a document inside its bounds. Structure goes before text: blocks that do not fit become the
 * words of one last paragraph, and only what exceeds the text bound as well is lost.
 */
export function fitBlocks(blocks: Block[], tally: Tally): Block[] {
  let nodes = RESERVED_NODES;
  let textBytes = 0;
  const firstOver = blocks.findIndex((block) => {
    const size = measure(block);
    if (nodes + size.nodes > MAX_NODES || textBytes + size.textBytes > MAX_TEXT_BYTES) return true;
    nodes += size.nodes;
    textBytes += size.textBytes;
    return false;
  });
  if (firstOver < 0) return blocks;
  const words = plainText(richText(blocks.slice(firstOver)));
  const kept = startOf(words, MAX_TEXT_BYTES - textBytes);
  tally.drop(FLATTENED, blocks.length - firstOver);
  tally.drop(OVER_LIMIT, words.length - kept.length);
  return [...blocks.slice(0, firstOver), paragraph([textRun(kept)])];
}
