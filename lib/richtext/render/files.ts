import { formatByteSize } from "#lib/format/byte-size.ts";
import { isImageAddress, printableAddress } from "../address.ts";
import { isBlank } from "../characters.ts";
import type { Attachment, Video } from "../nodes.ts";
import type { AssetFile, RenderContext } from "./context.ts";
import { attribute, escapeHtml } from "./escape.ts";

const VIDEO_TYPES: Readonly<Record<string, string>> = { mp4: "video/mp4", webm: "video/webm" };

/**
 * A film that plays when it is asked to, by the browser's own controls, with a way to save it for
 * whoever cannot play it and what is said in it. Without the film its words stay.
 */
export function renderVideo(node: Video, context: RenderContext): string {
  const caption = isBlank(node.caption) ? "" : escapeHtml(node.caption);
  const file = fileOf(node.assetId, context);
  const type = file && VIDEO_TYPES[file.extension];
  const transcript = renderTranscript(node.transcript, context);
  if (!file || !type) return (caption && `<p>${caption}</p>`) + transcript;
  const src = printableAddress(file.href);
  const source = `<source${attribute("src", src)}${attribute("type", type)}>`;
  const name = attribute("aria-label", isBlank(node.caption) ? null : node.caption);
  const player = `<video controls preload="none"${posterOf(node, context)}${name}>${source}</video>`;
  const words = context.say("download", saidOf("", file));
  const save = words && `<a${attribute("href", src)} download>${escapeHtml(words)}</a>`;
  const under = [caption, save].filter((part) => part !== "").join(" ");
  return `<figure>${player}${under && `<figcaption>${under}</figcaption>`}</figure>${transcript}`;
}

function posterOf({ posterId }: Video, context: RenderContext): string {
  const poster = posterId === null ? null : context.poster(posterId);
  if (!poster || !isImageAddress(poster.src)) return "";
  const { src, width, height } = poster;
  const size = attribute("width", width) + attribute("height", height);
  return attribute("poster", printableAddress(src)) + size;
}

function renderTranscript(transcript: string, context: RenderContext): string {
  const lines = transcript.split("\n").filter((line) => !isBlank(line));
  const text = lines.map((line) => `<p>${escapeHtml(line)}</p>`).join("\n");
  const title = context.say("transcript");
  if (text === "" || title === "") return text;
  return `<details class="transcript"><summary>${escapeHtml(title)}</summary>\n${text}</details>`;
}

/** A file on a line of its own: name, kind and size, as a link that saves it under its name. */
export function renderAttachment(node: Attachment, context: RenderContext): string {
  const file = fileOf(node.assetId, context);
  const title = isBlank(node.title) ? "" : escapeHtml(node.title);
  if (!file) return title && `<p>${title}</p>`;
  const words = context.say("attachment", saidOf(node.title, file)) || node.title;
  if (isBlank(words)) return "";
  const name = isBlank(node.title) ? "" : fileName(node.title, file.extension);
  const href = attribute("href", printableAddress(file.href));
  return `<p class="attachment"><a${href}${attribute("download", name)}>${escapeHtml(words)}</a></p>`;
}

// Checked here as well: a document that skipped parseDocument still cannot carry a script.
function fileOf(assetId: number, context: RenderContext): AssetFile | null {
  const file = context.file(assetId);
  return file && isImageAddress(file.href) ? file : null;
}

function saidOf(name: string, { extension, sizeBytes }: AssetFile) {
  return { name, type: extension.toUpperCase(), size: formatByteSize(sizeBytes) };
}

function fileName(title: string, extension: string): string {
  return title.toLowerCase().endsWith(`.${extension}`) ? title : `${title}.${extension}`;
}
