import { isImageAddress, tidyAddress } from "../address.ts";
import { image } from "../build.ts";
import { isBlank } from "../characters.ts";
import type { KnownFile } from "../from-html.ts";
import { MAX_ALT_LENGTH, MAX_CAPTION_LENGTH, MAX_IMAGE_SIDE_PX } from "../limits.ts";
import type { Image } from "../nodes.ts";
import { wordsOf } from "../text.ts";
import type { Container, FlatBlock } from "./flat.ts";
import type { Styled } from "./style.ts";
import type { Tally } from "./tally.ts";

type PictureOptions = {
  tally: Tally;
  baseUrl: string | undefined;
  files: ReadonlyMap<string, KnownFile> | undefined;
};

/** Where pages keep a picture that is shown only when it is scrolled to; in `src` stands a grey box until then. */
const LATE = ["data-src", "data-original", "data-lazy-src", "data-actualsrc", "data-echo"];

/** Addresses that an `<img>` names, the likeliest first, as they are written. */
export const pictureAddresses = (attribute: (name: string) => string | undefined): string[] =>
  [...LATE, "src"].map((name) => attribute(name) ?? "").filter((raw) => raw.trim() !== "");

/** The picture an `<img>` shows, or null when its address cannot be used. */
export function imageOf(element: Styled, { tally, baseUrl, files }: PictureOptions): Image | null {
  const written = pictureAddresses((name) => element.attributes.get(name));
  const known = written.map((raw) => files?.get(raw)).find((file) => file?.assetId);
  const src = written.map((raw) => tidyAddress(raw, baseUrl)).find(isImageAddress) ?? "";
  if (!known && src === "") return null;
  const alt = (element.attributes.get("alt") ?? "").slice(0, MAX_ALT_LENGTH);
  return image({
    ...(known ? { src: null, assetId: known.assetId } : { src }),
    alt: tally.take(alt),
    width: known?.width ?? side(element.attributes.get("width")),
    height: known?.height ?? side(element.attributes.get("height")),
  });
}

/**
 * Moves the words of `<figcaption>` into the picture, when the figure is one picture and its
 * caption; else they stay paragraphs. `from` is where the figure's blocks begin.
 */
export function takeCaption(container: Container, from: number): void {
  const figure = container.blocks.slice(from);
  const pictures = figure.flatMap(({ node }) => (node?.type === "image" ? [node] : []));
  const captions = figure.filter(({ place, node }) => node === null && place.caption !== null);
  const [picture] = pictures;
  if (picture === undefined || 1 + captions.length !== figure.length) return;
  const notes: string[] = [];
  const caption = captions.map((block) => lineOf(block, notes)).join(" ");
  // A caption is words only: one that calls for notes stays a paragraph.
  if (notes.length > 0 || isBlank(caption) || caption.length > MAX_CAPTION_LENGTH) return;
  picture.caption = caption;
  container.blocks.splice(from, figure.length, ...figure.filter(({ node }) => node === picture));
}

function lineOf(block: FlatBlock, notes: string[]): string {
  return block.node === null ? wordsOf(block.words, notes).replaceAll("\n", " ") : "";
}

function side(written = ""): number | null {
  // Pixels only: `50%` is a wish about the layout.
  const pixels = /^\s*\d+\s*(?:px)?\s*$/.test(written) ? Number.parseInt(written, 10) : 0;
  return pixels >= 1 && pixels <= MAX_IMAGE_SIDE_PX ? pixels : null;
}
