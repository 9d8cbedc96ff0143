/** The text of a WordPress post as its page showed it: blank lines are paragraphs, pictures have captions. */

/** Posts of the block editor mark their paragraphs; those before it left them to the line ends. */
const BLOCK = /<!--\s*\/?wp:/;
/** Tags, and what line ends mean nothing in: a tag or comment that never ends takes the rest with it. */
const MARKUP =
  /(<!--[\s\S]*?(?:-->|$)|<(pre|script|style|textarea|svg)\b[\s\S]*?(?:<\/\2\s*>|$)|<\/?[a-z][^<>]*>)/i;
const BLOCK_TAG =
  /^<\/?(?:table|thead|tfoot|tbody|caption|col|colgroup|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|map|blockquote|address|style|script|p|h[1-6]|hr|fieldset|legend|section|article|aside|header|footer|nav|figure|figcaption|details|menu|summary)\b/i;
const BREAK = /^<br\b/i;

/** As WordPress itself shows a line end, unless a block begins or ends there anyway. */
function lineEnds(blanks: string, isBesideBreak: boolean): string {
  const count = blanks.match(/\r\n?|\n/g)?.length ?? 0;
  if (count === 0) return blanks;
  if (count > 1) return "\n<p>";
  return isBesideBreak ? "\n" : "<br>\n";
}

/** Full-width spaces stay: they are how a line says that it begins a paragraph. */
function withLineEnds(text: string, before: string, after: string): string {
  const isAtStart = before === "" || BLOCK_TAG.test(before);
  const isAtEnd = after === "" || BLOCK_TAG.test(after);
  return text.replace(/[ \t\r\n\f]+/g, (blanks, at: number) => {
    const isFirst = at === 0;
    if ((isFirst && isAtStart) || (at + blanks.length === text.length && isAtEnd)) return "\n";
    return lineEnds(blanks, isFirst && BREAK.test(before));
  });
}

function withParagraphs(html: string): string {
  // The name inside a markup that is kept whole comes along as a part of its own.
  const parts = html.split(MARKUP).filter((_, index) => index % 3 !== 2);
  return parts
    .map((part, index) =>
      index % 2 === 1 ? part : withLineEnds(part, parts[index - 1] ?? "", parts[index + 1] ?? ""),
    )
    .join("");
}

/** Only up to the last end: what is never closed would be looked for from each beginning. */
function replaceClosed(
  html: string,
  name: string,
  by: (inside: string, attributes: string) => string,
) {
  const end = `[/${name}]`;
  const length = html.lastIndexOf(end) + end.length;
  if (length < end.length) return html;
  // `[[name]]` is how a post writes about the code itself.
  const code = new RegExp(`(?<!\\[)\\[${name}(\\s[^\\][]*)?\\]([\\s\\S]*?)\\[/${name}\\]`, "g");
  const replaced = html
    .slice(0, length)
    .replace(code, (_, attributes = "", inside: string) => by(inside, attributes));
  return replaced + html.slice(length);
}

const PICTURE = /^\s*((?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*<\/a>)?)([\s\S]*)$/i;

/** Older posts say the words of a caption in the code itself. */
function captionOf(inside: string, attributes: string): string {
  const said = /\bcaption\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes);
  const [, picture = inside, words = ""] = PICTURE.exec(inside) ?? [];
  const caption = words.trim() || (said?.[1] ?? said?.[2] ?? "").trim();
  return caption === ""
    ? `<figure>${picture}</figure>`
    : `<figure>${picture}<figcaption>${caption}</figcaption></figure>`;
}

/** What was played in the page is a link to it. */
function embedOf(inside: string): string {
  const address = inside.trim();
  return /^https?:\/\/[^\s"'<>]+$/i.test(address) ? `<a href="${address}">${address}</a>` : inside;
}

/** Codes that stand for what readers saw; those of plugins, which nobody here knows, stay as they are. */
function withoutCodes(html: string): string {
  let text = html;
  for (const name of ["caption", "wp_caption"]) text = replaceClosed(text, name, captionOf);
  return replaceClosed(text, "embed", embedOf).replace(
    /(?<!\[)\[gallery(?:\s[^\][]*)?\](?!\])/g,
    "",
  );
}

/** HTML of what a post's field holds. */
export function postHtml(raw: string): string {
  const html = withoutCodes(raw);
  return BLOCK.test(raw) ? html : withParagraphs(html);
}
