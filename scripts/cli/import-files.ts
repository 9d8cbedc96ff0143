import { basename } from "node:path";
import type { Link } from "#lib/formats/links.ts";
import { linksOf } from "#lib/formats/links.ts";
import { findBeside } from "#lib/formats/pages.ts";
import type { PageTree } from "#lib/formats/tree.ts";
import { TreeProblem } from "#lib/formats/tree.ts";
import type { Ctx } from "#modules/access/context.ts";
import { storeUpload } from "#modules/media/commands.ts";
import type { AssetRow } from "#modules/media/queries.ts";
import type { AttachedFile } from "#modules/resources/commands/compose.ts";
import type { ImportDocument } from "#modules/resources/schema.ts";
import { isEmbedded, readEmbedded } from "./embedded.ts";

/** What came along with a page or record, and what of it could not be kept and why. */
export type FoundFiles = { files: AttachedFile[]; notes: string[] };

const MAX_FILE_BYTES = 50 * 1024 * 1024;
const MAX_FILES_OF_PAGE = 100;
/** So many are remembered at once; the library knows them by their bytes all the same. */
const MAX_REMEMBERED = 5_000;
/** Pages point to each other; those are records of their own. */
const PAGE = /\.(?:s?html?|xhtml|jsp|aspx?|php|css|js)$/i;

/**
 * A page or record as it lies among the files: `art/1.html` below the top, or its own address where it has one, and
 * what it points to.
 */
type Pointing = { path: string; url?: string | null | undefined; links: readonly Link[] };

/** A file of the tree, and the address by which the text names it. */
type FileLink = { path: string; raw: string; isPicture: boolean; words: string };

/** A relative address of a record leads from the record's own, which may be another site's. */
function absolute(raw: string, url: string | null | undefined): string {
  if (!url || /^data:/i.test(raw) || !URL.canParse(raw, url)) return raw;
  return new URL(raw, url).href;
}

/** The first address of a link at which a file lies. */
async function fileOf(
  tree: PageTree,
  { path: page, url }: Pointing,
  { raws, isPicture, words }: Link,
  baseUrl: string | null,
): Promise<FileLink | null> {
  for (const raw of raws) {
    const path = await findBeside(tree, page, absolute(raw, url), baseUrl);
    if (path && !PAGE.test(path)) return { path, raw, isPicture, words };
  }
  return null;
}

/** Links of a page to files of the tree, up to so many files, and how many files are more than that. */
export async function filesBeside(
  tree: PageTree,
  page: Pointing,
  baseUrl: string | null,
): Promise<{ links: FileLink[]; notTaken: number }> {
  const links: FileLink[] = [];
  const taken = new Set<string>();
  const others = new Set<string>();
  for (const link of page.links) {
    const file = await fileOf(tree, page, link, baseUrl);
    if (!file) continue;
    if (!taken.has(file.path) && taken.size >= MAX_FILES_OF_PAGE) {
      others.add(file.path);
      continue;
    }
    taken.add(file.path);
    links.push(file);
  }
  return { links, notTaken: others.size };
}

/** The top of the site of an address. */
const topOf = (url: string | null | undefined): string | null =>
  url && URL.canParse("/", url) ? new URL("/", url).href : null;

/** Takes files that pages and records point to into the media library, each once. */
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

  /** Files that a record's text points to, and those it names; where no base is said, its own site's. */
  async filesOfRecord({ url, body_html, attachments }: ImportDocument): Promise<FoundFiles> {
    const links = linksOf(body_html ?? "");
    // A picture of the text is named as an enclosure, too, and stays where it is.
    const shown = new Set(links.flatMap(({ raws, isPicture }) => (isPicture ? raws : [])));
    const named = (attachments ?? [])
      .filter(({ url: raw }) => !shown.has(raw))
      .map(({ url: raw, title }) => ({ raws: [raw], isPicture: false, words: title ?? "" }));
    const base = this.baseUrl ?? topOf(url);
    const own =
      url && URL.canParse(url, base ?? undefined) ? new URL(url, base ?? undefined).href : url;
    const found = await this.filesOf({ path: "", url: own, links: [...links, ...named] }, base);
    const isFound = new Set(found.files.map(({ raw }) => raw));
    for (const [raw = ""] of this.tree ? named.map(({ raws }) => raws) : [])
      if (!isFound.has(raw)) found.notes.push(`${raw}：附件没有导入 attachment not taken`);
    return found;
  }

  async filesOf(page: Pointing, base = this.baseUrl): Promise<FoundFiles> {
    const found: FoundFiles = { files: [], notes: [] };
    if (!this.tree) return found;
    const { links, notTaken } = await filesBeside(this.tree, page, base);
    for (const { path, ...link } of links)
      this.add(found, link, path, await this.keep(this.tree, path));
    await this.addEmbedded(found, page.links);
    if (notTaken > 0)
      found.notes.unshift(
        `超过 ${MAX_FILES_OF_PAGE} 个文件，其余 ${notTaken} 个没有导入 ${notTaken} more files not taken`,
      );
    return found;
  }

  private add(
    { files, notes }: FoundFiles,
    { words, ...link }: Omit<FileLink, "path">,
    name: string,
    kept: AssetRow | string,
  ): void {
    if (typeof kept === "string") notes.push(`${name}：${kept}`);
    else files.push(attached(kept, { ...link, words: words || basename(name) }));
  }

  /** Pictures whose bytes stand in the text itself, as editors paste them. */
  private async addEmbedded(found: FoundFiles, links: readonly Link[]): Promise<void> {
    const pictures = links.filter(({ raws, isPicture }) => isPicture && raws.length === 1);
    const raws = new Set(pictures.map(({ raws: [raw = ""] }) => raw).filter(isEmbedded));
    // Every one that is tried is drawn anew: a text of thousands would be read for hours.
    for (const raw of [...raws].slice(0, MAX_FILES_OF_PAGE)) {
      const embedded = readEmbedded(raw);
      if (!embedded) continue;
      const { name, bytes } = embedded;
      const kept = await this.store(name, bytes);
      this.add(found, { raw, isPicture: true, words: "" }, name, kept);
    }
    const more = raws.size - MAX_FILES_OF_PAGE;
    if (more > 0)
      found.notes.unshift(
        `正文里嵌入的图片有 ${more} 张没有导入 ${more} pictures in the text not taken`,
      );
  }

  private async keep(tree: PageTree, path: string): Promise<AssetRow | string> {
    const known = this.kept.get(path);
    if (known !== undefined) return known;
    const kept = await this.read(tree, path);
    if (this.kept.size >= MAX_REMEMBERED) this.kept.clear();
    this.kept.set(path, kept);
    return kept;
  }

  private async read(tree: PageTree, path: string): Promise<AssetRow | string> {
    if (((await tree.sizeOf(path)) ?? 0) > MAX_FILE_BYTES)
      return "超过 50 MB，没有导入 larger than 50 MB";
    const bytes = await readOrSay(tree, path);
    return typeof bytes === "string" ? bytes : await this.store(basename(path), bytes);
  }

  private async store(name: string, bytes: Buffer): Promise<AssetRow | string> {
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
