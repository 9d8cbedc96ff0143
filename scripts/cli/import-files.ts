import { basename } from "node:path";
import type { TreePage } from "#lib/formats/pages.ts";
import { findBeside } from "#lib/formats/pages.ts";
import type { PageTree } from "#lib/formats/tree.ts";
import { TreeProblem } from "#lib/formats/tree.ts";
import type { Ctx } from "#modules/access/context.ts";
import { storeUpload } from "#modules/media/commands.ts";
import type { AssetRow } from "#modules/media/queries.ts";
import type { AttachedFile } from "#modules/resources/commands/compose.ts";

/** What came along with a page, and what of it could not be kept and why. */
export type FoundFiles = { files: AttachedFile[]; notes: string[] };

const MAX_FILE_BYTES = 50 * 1024 * 1024;
const MAX_FILES_OF_PAGE = 100;
/** Pages point to each other; those are records of their own. */
const PAGE = /\.(?:s?html?|xhtml|jsp|aspx?|php|css|js)$/i;

type FileLink = TreePage["links"][number] & { path: string };

/** Links of a page to files of the tree, up to so many files, and how many files are more than that. */
export async function filesBeside(
  tree: PageTree,
  page: Pick<TreePage, "path" | "links">,
  baseUrl: string | null,
): Promise<{ links: FileLink[]; notTaken: number }> {
  const links: FileLink[] = [];
  const taken = new Set<string>();
  const others = new Set<string>();
  for (const link of page.links) {
    const path = await findBeside(tree, page.path, link.raw, baseUrl);
    if (!path || PAGE.test(path)) continue;
    if (!taken.has(path) && taken.size >= MAX_FILES_OF_PAGE) {
      others.add(path);
      continue;
    }
    taken.add(path);
    links.push({ ...link, path });
  }
  return { links, notTaken: others.size };
}

/** Takes files that pages of a folder or archive point to into the media library, each once. */
export class FileKeeper {
  private readonly kept = new Map<string, AssetRow | string>();
  private readonly ctx: Ctx;
  private readonly siteId: number;
  /** Null: nothing is kept, as in a dry run. */
  private readonly tree: PageTree | null;
  /** Address at which the tree stood, where it is known. */
  private readonly baseUrl: string | null;

  constructor(
    ctx: Ctx,
    siteId: number,
    { tree, baseUrl }: { tree: PageTree | null; baseUrl: string | null },
  ) {
    this.ctx = ctx;
    this.siteId = siteId;
    this.tree = tree;
    this.baseUrl = baseUrl;
  }

  async filesOf(page: TreePage): Promise<FoundFiles> {
    const found: FoundFiles = { files: [], notes: [] };
    if (!this.tree) return found;
    const { links, notTaken } = await filesBeside(this.tree, page, this.baseUrl);
    for (const { path, raw, isPicture, words } of links) {
      const kept = await this.keep(this.tree, path);
      if (typeof kept === "string") found.notes.push(`${path}：${kept}`);
      else found.files.push(attached(kept, { raw, isPicture, words: words || basename(path) }));
    }
    if (notTaken > 0)
      found.notes.unshift(
        `超过 ${MAX_FILES_OF_PAGE} 个文件，其余 ${notTaken} 个没有导入 ${notTaken} more files not taken`,
      );
    return found;
  }

  private async keep(tree: PageTree, path: string): Promise<AssetRow | string> {
    const known = this.kept.get(path);
    if (known !== undefined) return known;
    const kept = await this.store(tree, path);
    this.kept.set(path, kept);
    return kept;
  }

  private async store(tree: PageTree, path: string): Promise<AssetRow | string> {
    if (((await tree.sizeOf(path)) ?? 0) > MAX_FILE_BYTES)
      return "超过 50 MB，没有导入 larger than 50 MB";
    const bytes = await readOrSay(tree, path);
    if (typeof bytes === "string") return bytes;
    const name = basename(path);
    const stored = await storeUpload(this.ctx, { siteId: this.siteId, name, bytes });
    return stored.ok ? stored.value : `没有导入 not taken (${stored.problems.join(", ")})`;
  }
}

async function readOrSay(tree: PageTree, path: string): Promise<Buffer | string> {
  try {
    return await tree.read(path);
  } catch (error) {
    if (error instanceof TreeProblem) return error.message;
    throw error;
  }
}

function attached(
  asset: AssetRow,
  link: { raw: string; isPicture: boolean; words: string },
): AttachedFile {
  return {
    raw: link.raw,
    title: link.words.replace(/\.[a-z0-9]{2,5}$/i, "").slice(0, 120) || asset.name,
    assetId: asset.id,
    sha256: asset.sha256,
    extension: asset.extension,
    isPicture: link.isPicture && asset.mediaType.startsWith("image/"),
    width: asset.width,
    height: asset.height,
  };
}
