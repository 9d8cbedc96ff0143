/** Saved pages of a tree, and the files they point to. */
import { posix } from "node:path";
import type { Broken, Found } from "./found.ts";
import type { SavedPage } from "./page.ts";
import { readPage } from "./page.ts";
import type { PageTree, TreeEntry } from "./tree.ts";
import { TreeProblem } from "./tree.ts";

const PAGE = /\.(?:s?html?|xhtml|jsp|aspx?|php)$/i;
const MAX_PAGE_BYTES = 20 * 1024 * 1024;

export type TreePage = SavedPage & { /** `2019/a.html`, below the top. */ path: string };

async function readEntry(tree: PageTree, { path, problem }: TreeEntry): Promise<TreePage | string> {
  if (problem) return problem;
  if (((await tree.sizeOf(path)) ?? 0) > MAX_PAGE_BYTES) return "超过 20 MB larger than 20 MB";
  try {
    return { ...readPage(await tree.read(path)), path };
  } catch (error) {
    if (error instanceof TreeProblem) return error.message;
    throw error;
  }
}

/** Saved pages, one after the other; what is no page is passed over, unless it cannot be read at all. */
export async function* readPages(
  tree: PageTree,
  onWeight: (weight: number) => void = () => {},
): AsyncGenerator<Found<TreePage> | Broken> {
  let line = 0;
  for await (const entry of tree.entries()) {
    onWeight(entry.weight);
    if (!entry.problem && !PAGE.test(entry.path)) continue;
    line += 1;
    const read = await readEntry(tree, entry);
    yield typeof read === "string"
      ? { line, problem: `${entry.path}：${read}` }
      : { line, value: read };
  }
  if (line === 0) yield { line: 1, problem: "没有网页 no saved pages in it" };
}

/** The path below the old site's address, from the top; as it is, when the address is elsewhere. */
function belowBase(written: string, base: string | null): string {
  if (base === null || !/^(?:https?:)?\/\/|^\//i.test(written)) return written;
  if (!URL.canParse(base) || !URL.canParse(written, base)) return written;
  const [top, url] = [new URL(".", base), new URL(written, base)];
  // Pages of a site that moved to https still name http.
  const isBelow = url.host === top.host && url.pathname.startsWith(top.pathname);
  return isBelow ? `/${url.pathname.slice(top.pathname.length)}` : written;
}

/**
 * The file a page points to: `../files/1.pdf` seen from `2019/a.html`. Null when it leads out of the
 * tree, through a link, or to nothing.
 * @param base address at which the tree stood; absolute addresses below it are of the tree
 */
export async function findBeside(
  tree: PageTree,
  page: string,
  raw: string,
  base: string | null = null,
): Promise<string | null> {
  const written = belowBase(raw.trim().split(/[?#]/)[0] ?? "", base);
  if (written === "" || /^[a-z][a-z0-9+.-]*:|^\/\//i.test(written)) return null;
  const decoded = decodeName(written);
  if (decoded === null || /[\\\p{Cc}]/u.test(decoded)) return null;
  const start = decoded.startsWith("/") ? "" : posix.dirname(page);
  const path = posix.join(start, decoded.replace(/^\/+/, ""));
  if (path.startsWith("..") || posix.isAbsolute(path)) return null;
  return (await tree.sizeOf(path)) === null ? null : path;
}

function decodeName(written: string): string | null {
  try {
    return decodeURIComponent(written);
  } catch {
    return null;
  }
}
