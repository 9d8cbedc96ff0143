/** Kinds of file that are stored at all, by the extension that their bytes earn them. */

export type FileKind = {
  mediaType: string;
  family: "picture" | "video" | "paper" | "archive";
  /** Whether a browser may show it by itself; the rest are saved. */
  isShown: boolean;
};

const OPEN_XML = "application/vnd.openxmlformats-officedocument";

const picture = (mediaType: string): FileKind => ({ mediaType, family: "picture", isShown: true });
const video = (mediaType: string): FileKind => ({ mediaType, family: "video", isShown: true });
const paper = (mediaType: string): FileKind => ({ mediaType, family: "paper", isShown: false });

export const FILE_KINDS = {
  jpg: picture("image/jpeg"),
  png: picture("image/png"),
  gif: picture("image/gif"),
  webp: picture("image/webp"),
  mp4: video("video/mp4"),
  webm: video("video/webm"),
  pdf: { ...paper("application/pdf"), isShown: true },
  ofd: paper("application/ofd"),
  docx: paper(`${OPEN_XML}.wordprocessingml.document`),
  xlsx: paper(`${OPEN_XML}.spreadsheetml.sheet`),
  pptx: paper(`${OPEN_XML}.presentationml.presentation`),
  doc: paper("application/msword"),
  xls: paper("application/vnd.ms-excel"),
  ppt: paper("application/vnd.ms-powerpoint"),
  zip: { mediaType: "application/zip", family: "archive", isShown: false },
} as const satisfies Record<string, FileKind>;

export type Extension = keyof typeof FILE_KINDS;

export function fileKind(extension: string): FileKind | null {
  return Object.hasOwn(FILE_KINDS, extension) ? FILE_KINDS[extension as Extension] : null;
}
