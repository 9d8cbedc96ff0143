import type { LexicalEditor } from "lexical";
import { $chosenNode } from "../commands/images.ts";
import { $isAttachmentNode } from "../nodes/attachment-node.ts";
import { $isImageNode } from "../nodes/image-node.ts";
import { $isVideoNode } from "../nodes/video-node.ts";
import { surroundings } from "../surroundings.ts";
import type { PlacedAttachment } from "./attachment-dialog.tsx";
import type { PlacedImage } from "./image-dialog.tsx";
import type { PlacedVideo } from "./video-dialog.tsx";

/** What is selected as a whole, for the dialog that changes it. */
export type Placed = {
  image: PlacedImage | null;
  video: PlacedVideo | null;
  attachment: PlacedAttachment | null;
};

export function $readPlaced(editor: LexicalEditor): Placed {
  const node = $chosenNode();
  const placed: Placed = { image: null, video: null, attachment: null };
  const srcOf = (assetId: number | null) =>
    (assetId === null ? null : surroundings(editor).resolveAsset(assetId))?.src ?? "";
  if ($isImageNode(node)) {
    const fields = node.getFields();
    placed.image = { key: node.getKey(), fields, src: fields.src ?? srcOf(fields.assetId) };
  }
  if ($isVideoNode(node)) {
    const fields = node.getFields();
    placed.video = { key: node.getKey(), fields, src: srcOf(fields.assetId) };
  }
  if ($isAttachmentNode(node)) placed.attachment = { key: node.getKey(), fields: node.getFields() };
  return placed;
}
