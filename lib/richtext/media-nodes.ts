/** Blocks that show a file. `assetId` is a row of `asset`: whoever saves checks that it may be used. */
import { z } from "zod";
import { isImageAddress } from "./address.ts";
import {
  MAX_ADDRESS_LENGTH,
  MAX_ALT_LENGTH,
  MAX_CAPTION_LENGTH,
  MAX_FILE_TITLE_LENGTH,
  MAX_IMAGE_SIDE_PX,
  MAX_TRANSCRIPT_LENGTH,
} from "./limits.ts";
import { cleanString, version } from "./node-fields.ts";

const assetId = z.int().positive();
const side = z.int().min(1).max(MAX_IMAGE_SIDE_PX).nullable();

export const imageSchema = z
  .strictObject({
    type: z.literal("image"),
    assetId: assetId.nullable(),
    src: z
      .string()
      .max(MAX_ADDRESS_LENGTH)
      .refine(isImageAddress, { error: "bad-address" })
      .nullable(),
    alt: cleanString.max(MAX_ALT_LENGTH),
    caption: cleanString.max(MAX_CAPTION_LENGTH),
    width: side,
    height: side,
    version,
  })
  .refine((image) => (image.assetId === null) !== (image.src === null), { error: "bad-attribute" });

/** A film of the media library. Never one from elsewhere: a page asks nobody but its site. */
export const videoSchema = z.strictObject({
  type: z.literal("video"),
  assetId,
  /** The picture that stands there until it is played. */
  posterId: assetId.nullable(),
  /** Says what the film shows: its name for whoever does not see it. */
  caption: cleanString.max(MAX_CAPTION_LENGTH),
  /** What is said and shown, for whoever cannot hear or see it. @rule C20 */
  transcript: cleanString.max(MAX_TRANSCRIPT_LENGTH),
  version,
});

/** A file to be saved, as a line of its own. Its kind and size are the file's, not the document's. */
export const attachmentSchema = z.strictObject({
  type: z.literal("attachment"),
  assetId,
  title: cleanString.max(MAX_FILE_TITLE_LENGTH),
  version,
});
