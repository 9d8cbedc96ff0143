import { formatByteSize } from "#lib/format/byte-size.ts";
import type { AttachmentView, Translate } from "#themes/contract.ts";

/** Name, type and size in one text: `实施方案.pdf（PDF，1.2 MB）`. */
export function attachmentName(t: Translate, key: string, file: AttachmentView): string {
  return t(key, {
    name: file.title,
    type: file.extension.replace(/^\./, "").toUpperCase(),
    size: formatByteSize(file.sizeBytes),
  });
}
