/** What a file is, told by its first bytes and never by its name. */

import type { Extension, FileKind } from "#lib/format/file-kinds.ts";
import { FILE_KINDS } from "#lib/format/file-kinds.ts";
import { isHarmlessArchive } from "#lib/format/zip-names.ts";

export type Kind = { extension: Extension } & FileKind;

const kind = (extension: Extension): Kind => ({ extension, ...FILE_KINDS[extension] });

const startsWith = (bytes: Buffer, hex: string): boolean =>
  bytes.subarray(0, hex.length / 2).toString("hex") === hex;

const isAt = (bytes: Buffer, offset: number, word: string): boolean =>
  bytes.subarray(offset, offset + word.length).toString("latin1") === word;

/** Brands of MP4 that browsers play; QuickTime's and those of pictures (HEIC, AVIF) are others. */
const MP4_BRANDS = new Set([
  "isom",
  "iso2",
  "iso4",
  "iso5",
  "iso6",
  "mp41",
  "mp42",
  "avc1",
  "M4V ",
  "MSNV",
  "dash",
]);

function sniffFilm(bytes: Buffer): Kind | null {
  if (isAt(bytes, 4, "ftyp") && MP4_BRANDS.has(bytes.subarray(8, 12).toString("latin1")))
    return kind("mp4");
  const isEbml = startsWith(bytes, "1a45dfa3");
  // Matroska has the same beginning and another name in it.
  return isEbml && bytes.subarray(0, 64).includes("webm") ? kind("webm") : null;
}

/** Zip-based papers tell themselves by the names of their parts. Macros are not taken. */
function sniffZip(bytes: Buffer): Kind | null {
  if (bytes.includes("vbaProject.bin")) return null;
  if (bytes.includes("word/document.xml")) return kind("docx");
  if (bytes.includes("xl/workbook.xml")) return kind("xlsx");
  if (bytes.includes("ppt/presentation.xml")) return kind("pptx");
  if (bytes.includes("OFD.xml")) return kind("ofd");
  return isHarmlessArchive(bytes) ? kind("zip") : null;
}

/** Papers of old Office and WPS, told by the names of their streams. Macros and ciphers are not taken. */
function sniffCompound(bytes: Buffer): Kind | null {
  const has = (name: string) => bytes.includes(Buffer.from(name, "utf16le"));
  if (has("_VBA_PROJECT") || has("EncryptedPackage")) return null;
  if (has("WordDocument")) return kind("doc");
  if (has("PowerPoint Document")) return kind("ppt");
  return has("Workbook") || has("Book\0") ? kind("xls") : null;
}

/** Kind of a file that may be uploaded; null for everything else, SVG and HTML among it. @rule U1, X2 */
export function sniff(bytes: Buffer): Kind | null {
  if (startsWith(bytes, "ffd8ff")) return kind("jpg");
  if (startsWith(bytes, "89504e470d0a1a0a")) return kind("png");
  if (isAt(bytes, 0, "GIF87a") || isAt(bytes, 0, "GIF89a")) return kind("gif");
  if (isAt(bytes, 0, "RIFF") && isAt(bytes, 8, "WEBP")) return kind("webp");
  if (isAt(bytes, 0, "%PDF-")) return kind("pdf");
  if (startsWith(bytes, "504b0304")) return sniffZip(bytes);
  return startsWith(bytes, "d0cf11e0a1b11ae1") ? sniffCompound(bytes) : sniffFilm(bytes);
}

export type UploadProblem = "file-empty" | "file-large" | "file-kind" | "picture-broken";

const MIB = 1024 * 1024;
/** @rule U1: 20 MB a picture, 50 MB anything else */
const MAX_BYTES = { picture: 20 * MIB, video: 50 * MIB, paper: 50 * MIB, archive: 50 * MIB };

export function uploadProblem(bytes: Buffer, kind: Kind | null): UploadProblem | null {
  if (bytes.length === 0) return "file-empty";
  if (!kind) return "file-kind";
  return bytes.length > MAX_BYTES[kind.family] ? "file-large" : null;
}

/** A name that can be printed anywhere: no path, no control or direction marks, the true extension. */
export function cleanName(name: string, extension: string): string {
  const last = name.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const plain = last
    .replace(/\p{C}/gu, "")
    .replace(/\.[^.]{1,8}$/, "")
    .trim()
    .slice(0, 100);
  return `${plain === "" ? "file" : plain}.${extension}`;
}
