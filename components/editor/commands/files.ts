import { $insertNodeToNearestRoot } from "@lexical/utils";
import { $getNodeByKey } from "lexical";
import type { AttachmentFields } from "../nodes/attachment-node.ts";
import { $createAttachmentNode, $isAttachmentNode } from "../nodes/attachment-node.ts";
import type { VideoFields } from "../nodes/video-node.ts";
import { $createVideoNode, $isVideoNode } from "../nodes/video-node.ts";
import { $selectBlock } from "./images.ts";

export function $insertVideo(fields: Partial<VideoFields>): void {
  $selectBlock($insertNodeToNearestRoot($createVideoNode(fields)).getKey());
}

export function $changeVideo(key: string, fields: Partial<VideoFields>): void {
  const node = $getNodeByKey(key);
  if ($isVideoNode(node)) node.setFields(fields);
}

export function $insertAttachment(fields: AttachmentFields): void {
  $selectBlock($insertNodeToNearestRoot($createAttachmentNode(fields)).getKey());
}

export function $changeAttachment(key: string, fields: Partial<AttachmentFields>): void {
  const node = $getNodeByKey(key);
  if ($isAttachmentNode(node)) node.setFields(fields);
}
