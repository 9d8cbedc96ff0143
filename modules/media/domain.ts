/** What a file is, told by its first bytes and never by its name. */

export type Kind = { extension: string; mediaType: string; isPicture: boolean };

const startsWith = (bytes: Buffer, hex: string): boolean =>
  bytes.subarray(0, hex.length / 2).toString("hex") === hex;

const picture = (extension: string, mediaType: string): Kind => ({
  extension,
  mediaType,
  isPicture: true,
});
const paper = (extension: string, mediaType: string): Kind => ({
  extension,
  mediaType,
  isPicture: false,
});

const OFFICE = "application/vnd.openxmlformats-officedocument";

/** Zip-based papers tell themselves by the names of their parts. Macros are not taken. */
function sniffZip(bytes: Buffer): Kind | null {
  const names = bytes.toString("latin1");
  if (names.includes("vbaProject.bin")) return null;
  if (names.includes("word/document.xml"))
    return paper("docx", `${OFFICE}.wordprocessingml.document`);
  if (names.includes("xl/workbook.xml")) return paper("xlsx", `${OFFICE}.spreadsheetml.sheet`);
  if (names.includes("ppt/presentation.xml"))
    return paper("pptx", `${OFFICE}.presentationml.presentation`);
  return names.includes("OFD.xml") ? paper("ofd", "application/ofd") : null;
}

/** Kind of a file that may be uploaded; null for everything else, SVG and HTML among it. @rule U1, X2 */
export function sniff(bytes: Buffer): Kind | null {
  if (startsWith(bytes, "ffd8ff")) return picture("jpg", "image/jpeg");
  if (startsWith(bytes, "89504e470d0a1a0a")) return picture("png", "image/png");
  if (startsWith(bytes, "474946383761") || startsWith(bytes, "474946383961"))
    return picture("gif", "image/gif");
  if (startsWith(bytes, "52494646") && bytes.subarray(8, 12).toString("latin1") === "WEBP")
    return picture("webp", "image/webp");
  if (startsWith(bytes, "255044462d")) return paper("pdf", "application/pdf");
  return startsWith(bytes, "504b0304") ? sniffZip(bytes) : null;
}

export type UploadProblem = "file-empty" | "file-large" | "file-kind" | "picture-broken";

/** @rule U1: 20 MB a picture, 50 MB a paper */
const MAX_BYTES = { picture: 20 * 1024 * 1024, paper: 50 * 1024 * 1024 };

export function uploadProblem(bytes: Buffer, kind: Kind | null): UploadProblem | null {
  if (bytes.length === 0) return "file-empty";
  if (!kind) return "file-kind";
  return bytes.length > (kind.isPicture ? MAX_BYTES.picture : MAX_BYTES.paper)
    ? "file-large"
    : null;
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
