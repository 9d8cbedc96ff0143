/** What one entry of a zip archive is called, and why it cannot be read. */
import { posix } from "node:path";
import { crc32 } from "node:zlib";
import type { Entry } from "yauzl";
import { decoderFor, decodeText } from "./charset.ts";

/** Bounds against archives that unpack to more than anybody can hold. */
export type ZipBounds = {
  /** How many times its packed size a file may be. */
  maxRatio: number;
  /** Bytes of everything that is read of one archive. */
  maxTotalBytes: number;
  /** Files of one archive. */
  maxEntries: number;
};

/** Below this size a high ratio harms nobody: a page of one repeated line packs well. */
const SMALL_BYTES = 1024 * 1024;
const MAX_PATH = 1_000;
const UNICODE_PATH = 0x7075;
const UTF8 = new TextDecoder("utf-8", { fatal: true });
/** Hosts whose attributes hold the file's kind: UNIX and macOS. */
const KEEP_KIND = new Set([3, 19]);
const KIND = 0o170000;
const LINK = 0o120000;
const STORED = 0;
const DEFLATED = 8;

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return UTF8.decode(bytes);
  } catch {
    return null;
  }
}

/** The name that Info-ZIP writes beside one in an old encoding, when it belongs to it. */
function unicodePath({ extraFields, fileNameRaw }: Entry): string | null {
  const data = extraFields.find(({ id }) => id === UNICODE_PATH)?.data;
  if (!data || data.length < 6 || data.readUInt8(0) !== 1) return null;
  return data.readUInt32LE(1) === crc32(fileNameRaw) ? asUtf8(data.subarray(5)) : null;
}

/** What is kept of an entry: archives of two hundred thousand files are held in memory by this. */
export type ListedFile = {
  /** Null while its encoding is not known: then `rawName` has it. */
  name: string | null;
  rawName: Buffer | null;
  headerOffset: number;
  packedBytes: number;
  sizeBytes: number;
  checksum: number;
  isStored: boolean;
  /** Why it is not read, by what the archive says of it. */
  problem: string | null;
};

export function listedFile(entry: Entry, bounds: ZipBounds): ListedFile {
  const name = unicodePath(entry) ?? asUtf8(entry.fileNameRaw);
  return {
    name,
    rawName: name === null ? Buffer.from(entry.fileNameRaw) : null,
    headerOffset: entry.relativeOffsetOfLocalHeader,
    packedBytes: entry.compressedSize,
    sizeBytes: entry.uncompressedSize,
    checksum: entry.crc32,
    isStored: entry.compressionMethod === STORED,
    problem: entryProblem(entry, bounds),
  };
}

/**
 * Names of all files. Those that are not UTF-8 are of one old encoding, told by all of them together:
 * one name alone is too short to tell GBK from Big5.
 */
export function readNames(files: readonly ListedFile[]): string[] {
  const old = files.flatMap(({ rawName }) => (rawName ? [rawName, Buffer.from("\n")] : []));
  const { charset } = decodeText(Buffer.concat(old));
  const decoder = decoderFor(charset) ?? new TextDecoder("gb18030");
  return files.map(({ name, rawName }) => name ?? decoder.decode(rawName ?? undefined));
}

/** The path of a name below the top of the archive, or why there is none. */
export function readPath(name: string): { path: string; problem: string | null } {
  const path = name.replaceAll("\\", "/");
  if (/\p{Cc}/u.test(path))
    return {
      path: path.replace(/\p{Cc}/gu, "\ufffd"),
      problem: "名称里有控制字符 a control character in its name",
    };
  if (path.length > MAX_PATH)
    return { path: path.slice(0, MAX_PATH), problem: "名称太长 its name is too long" };
  if (path.startsWith("/") || /^[a-z]:/i.test(path))
    return { path, problem: "是绝对路径，不读 an absolute path is not read" };
  if (path.split("/").includes(".."))
    return { path, problem: "指向压缩包外面，不读 leads out of the archive" };
  return { path: posix.normalize(path), problem: null };
}

function entryProblem(entry: Entry, { maxRatio }: ZipBounds): string | null {
  const { compressionMethod, compressedSize, uncompressedSize } = entry;
  const attributes = entry.externalFileAttributes >>> 16;
  if (KEEP_KIND.has(entry.versionMadeBy >> 8) && (attributes & KIND) === LINK)
    return "是符号链接，不跟随 a symbolic link is not followed";
  if (entry.isEncrypted()) return "有密码，读不了 encrypted: it cannot be read";
  if (compressionMethod !== STORED && compressionMethod !== DEFLATED)
    return `压缩方式 ${compressionMethod} 读不了 its compression method is not known`;
  if (uncompressedSize > SMALL_BYTES && uncompressedSize > compressedSize * maxRatio)
    return `解开后超过压缩大小的 ${maxRatio} 倍，不读 unpacks to too much`;
  return null;
}
