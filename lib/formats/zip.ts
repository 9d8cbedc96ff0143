/** A zip archive of saved pages, read where it lies: one file at a time into memory, nothing onto the disk. */
import { basename } from "node:path";
import { promisify } from "node:util";
import { crc32, inflateRaw } from "node:zlib";
import type { ZipFile } from "yauzl";
import { Entry, fromBufferPromise, openPromise } from "yauzl";
import type { PageTree, TreeEntry } from "./tree.ts";
import { TreeProblem } from "./tree.ts";
import type { ListedFile, ZipBounds } from "./zip-entry.ts";
import { listedFile, readNames, readPath } from "./zip-entry.ts";

/** No file of an archive may be larger: what is kept beside pages is at most 50 MB. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;
/** Fixed part of what stands before a file's bytes. */
const LOCAL_HEADER_BYTES = 30;
/** What macOS writes beside each file is nobody's page. */
const RESOURCE_FORK = /^__MACOSX\//;

const inflate = promisify(inflateRaw);

/** Entries that lie over each other: a few bytes that unpack as many files. */
function listOverlapping(files: readonly ListedFile[]): Set<ListedFile> {
  const overlapping = new Set<ListedFile>();
  let end = 0;
  for (const file of files.toSorted((a, b) => a.headerOffset - b.headerOffset)) {
    if (file.headerOffset < end) overlapping.add(file);
    end = Math.max(end, file.headerOffset + LOCAL_HEADER_BYTES + file.packedBytes);
  }
  return overlapping;
}

/** Everything the archive's directory lists, and what ended the list before its end. */
async function readDirectory(zip: ZipFile, bounds: ZipBounds) {
  const { maxEntries } = bounds;
  const files: ListedFile[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      if (files.length >= maxEntries)
        return { files, damage: `文件超过 ${maxEntries} 个，其余不读 too many files` };
      files.push(listedFile(entry, bounds));
    }
  } catch (error) {
    const why = (error as Error).message;
    return { files, damage: `目录从这里起损坏，其余读不到 the directory is damaged (${why})` };
  }
  return { files, damage: null };
}

type Slot = TreeEntry & { file: ListedFile };

function slotsOf(files: readonly ListedFile[]): Slot[] {
  const names = readNames(files);
  const overlapping = listOverlapping(files);
  const seen = new Set<string>();
  return files.flatMap((file, index): Slot[] => {
    const { path, problem } = readPath(names[index] ?? "");
    if (path.endsWith("/") || RESOURCE_FORK.test(path)) return [];
    const isSecond = seen.has(path);
    seen.add(path);
    const why =
      problem ??
      (isSecond ? "同名的文件前面已有 the same name stands before it" : null) ??
      (overlapping.has(file) ? "与别的文件重叠，不读 overlaps another file" : null) ??
      file.problem;
    return [{ path, problem: why, weight: file.packedBytes, file }];
  });
}

/** The bytes as they stand in the archive. */
async function readPacked(zip: ZipFile, file: ListedFile): Promise<Buffer> {
  const entry = Object.assign(new Entry(), {
    relativeOffsetOfLocalHeader: file.headerOffset,
    compressedSize: file.packedBytes,
  });
  const parts: Buffer[] = [];
  for await (const part of await zip.openReadStreamPromise(entry, { decodeFileData: false }))
    parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** The file itself, as large as the archive says and with its checksum, or a TreeProblem. */
async function unpack(zip: ZipFile, file: ListedFile): Promise<Buffer> {
  const { sizeBytes, packedBytes } = file;
  if (Math.max(sizeBytes, packedBytes) > MAX_FILE_BYTES)
    throw new TreeProblem("超过 64 MB larger than 64 MB");
  let bytes: Buffer;
  try {
    const packed = await readPacked(zip, file);
    // One byte more than it says, so that a file that is larger is noticed and not cut.
    bytes = file.isStored ? packed : await inflate(packed, { maxOutputLength: sizeBytes + 1 });
  } catch (error) {
    const isLarger = (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    throw new TreeProblem(
      isLarger
        ? "比压缩包写的大，不读 larger than the archive says"
        : `压缩数据损坏 its data is damaged (${(error as Error).message})`,
    );
  }
  if (bytes.length !== sizeBytes)
    throw new TreeProblem("和压缩包写的大小不一样 not of the size the archive says");
  if (crc32(bytes) !== file.checksum)
    throw new TreeProblem("校验码不对，文件已损坏 its checksum is wrong: it is damaged");
  return bytes;
}

/** An archive that cannot be opened at all: one entry that says so. */
const unreadable = (path: string, why: string): PageTree => ({
  entries: () => [
    {
      path: basename(path),
      problem: `不是完整的 ZIP 压缩包 not a whole zip archive (${why})`,
      weight: 0,
    },
  ],
  sizeOf: async () => null,
  read: () => Promise.reject(new TreeProblem("没有这个文件 no such file")),
  close: () => {},
});

/**
 * The files of a zip archive. What is hostile or broken stands among them with its problem: names that
 * lead elsewhere, links, passwords, bombs, files over each other; damage inside a file is found when it
 * is read. Names in GBK or Big5 are read as such.
 * @param archive its path, or its bytes where it lies in memory already
 */
export async function openZip(archive: string | Buffer, bounds: ZipBounds): Promise<PageTree> {
  const path = typeof archive === "string" ? archive : "";
  let zip: ZipFile;
  try {
    // Sizes are checked here, file by file; the library would end the whole archive at one that lies.
    const options = { autoClose: false, decodeStrings: false, validateEntrySizes: false };
    zip =
      typeof archive === "string"
        ? await openPromise(archive, options)
        : await fromBufferPromise(archive, options);
  } catch (error) {
    return unreadable(path, (error as Error).message);
  }
  const { files, damage } = await readDirectory(zip, bounds);
  const slots = slotsOf(files);
  const readable = new Map(
    slots.flatMap(({ path: at, problem, file }) => (problem ? [] : [[at, file]])),
  );
  const entries: TreeEntry[] = slots;
  if (damage) entries.push({ path: basename(path), problem: damage, weight: 0 });
  let total = 0;
  return {
    entries: () => entries,
    sizeOf: async (at) => readable.get(at)?.sizeBytes ?? null,
    read: async (at) => {
      const file = readable.get(at);
      if (!file) throw new TreeProblem("没有这个文件 no such file");
      total += file.sizeBytes;
      if (total > bounds.maxTotalBytes)
        throw new TreeProblem("压缩包解开后太大，其余不读 the archive unpacks to too much");
      return await unpack(zip, file);
    },
    close: () => zip.close(),
  };
}
