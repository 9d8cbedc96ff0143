import {
  MAX_CAPTION_LENGTH,
  MAX_FILE_TITLE_LENGTH,
  MAX_TRANSCRIPT_LENGTH,
} from "#lib/richtext/limits.ts";
import type { Attachment, Video } from "#lib/richtext/nodes.ts";
import type { Raw } from "./fields.ts";
import { idOf, words } from "./fields.ts";

/** The film, or nothing without a file. */
export function videoOf(raw: Raw): Video[] {
  const assetId = idOf(raw["assetId"]);
  const caption = words(raw["caption"], MAX_CAPTION_LENGTH);
  const transcript = words(raw["transcript"], MAX_TRANSCRIPT_LENGTH);
  if (assetId === null) return [];
  const posterId = idOf(raw["posterId"]);
  return [{ type: "video", assetId, posterId, caption, transcript, version: 1 }];
}

/** The attachment, or nothing without a file. */
export function attachmentOf(raw: Raw): Attachment[] {
  const assetId = idOf(raw["assetId"]);
  const title = words(raw["title"], MAX_FILE_TITLE_LENGTH);
  return assetId === null ? [] : [{ type: "attachment", assetId, title, version: 1 }];
}
