import { isImageAddress } from "#lib/richtext/address.ts";
import { MAX_ALT_LENGTH, MAX_CAPTION_LENGTH, MAX_IMAGE_SIDE_PX } from "#lib/richtext/limits.ts";
import type { Image } from "#lib/richtext/nodes.ts";
import type { Raw } from "./fields.ts";
import { idOf, words } from "./fields.ts";

/** The picture, or nothing when it has no source that may be used. */
export function imageOf(raw: Raw): Image[] {
  const source = sourceOf(raw);
  if (!source) return [];
  return [
    {
      type: "image",
      ...source,
      alt: words(raw["alt"], MAX_ALT_LENGTH),
      caption: words(raw["caption"], MAX_CAPTION_LENGTH),
      width: side(raw["width"]),
      height: side(raw["height"]),
      version: 1,
    },
  ];
}

function sourceOf({ assetId, src }: Raw): Pick<Image, "assetId" | "src"> | null {
  const id = idOf(assetId);
  if (id !== null) return { assetId: id, src: null };
  return typeof src === "string" && isImageAddress(src) ? { assetId: null, src } : null;
}

function side(value: unknown): number | null {
  return typeof value === "number" && value >= 1 && value <= MAX_IMAGE_SIDE_PX
    ? Math.trunc(value)
    : null;
}
