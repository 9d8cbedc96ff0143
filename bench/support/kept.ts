/** What lies in DATA_DIR/pages, so that nothing is written there unseen. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Product } from "./product.ts";

export type Kept = { files: number; bytes: number; drawn: number };

export async function keptNow(product: Product): Promise<Kept> {
  const folder = join(product.dataDir, "pages");
  const sizes = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => statSync(join(parentPath, name)).size)
    : [];
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return { files: sizes.length, bytes, drawn: (await product.stats()).drawn };
}
