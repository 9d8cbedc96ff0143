import { isImageAddress, printableAddress } from "../address.ts";
import { isBlank } from "../characters.ts";
import type { Image } from "../nodes.ts";
import type { RenderContext } from "./context.ts";
import { attribute, escapeHtml } from "./escape.ts";

/** A picture with its caption. Without the picture the caption stays, as a paragraph. */
export function renderImage(node: Image, context: RenderContext): string {
  const caption = isBlank(node.caption) ? "" : escapeHtml(node.caption);
  const picture = context.picture(node);
  if (!picture || !isImageAddress(picture.src)) return caption && `<p>${caption}</p>`;
  const img = [
    "<img",
    attribute("src", printableAddress(picture.src)),
    attribute("alt", node.alt),
    attribute("width", picture.width),
    attribute("height", picture.height),
    ' loading="lazy">',
  ].join("");
  const figcaption = caption && `<figcaption>${caption}</figcaption>`;
  return `<figure>${img}${figcaption}</figure>`;
}
