/** Finds the text of a saved page among menus, lists of links and feet. */
import type { Element } from "./page-tree.ts";
import { ancestorsOf, attribute, isSilent, textOf } from "./page-tree.ts";

/** Names that the systems of government websites give to the text. */
const KNOWN =
  /^(?:ucap-content|zoom|zoomcon|trs_editor|trs_editor_view|view|pages_content|article-content|article_content|articlecontent|js_content|content|con_con|mainbody|main-text|article|rm_txt_con|content-article|post_body|news_txt|art_content|text_content|cpos-content|art_con|newscontent|detail-content|entry-content)$/i;

const BLOCKS = new Set(["p", "pre", "li", "blockquote", "td", "div", "section"]);
/** A text is somewhere in these. */
const HOLDERS = new Set(["div", "td", "article", "section", "main", "body"]);
const AWAY = /nav|menu|foot|header|side|crumb|copyright|comment|recommend|related|share|hot-?list/i;

/** Own words of a block: those that no block inside it holds. */
function ownText(element: Element): string {
  let text = "";
  const waiting = [...element.childNodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.nodeName === "#text" && "value" in node) text += node.value;
    if ("tagName" in node && !isSilent(node) && !BLOCKS.has(node.tagName) && node.tagName !== "a")
      waiting.push(...[...node.childNodes].reverse());
  }
  return text.replace(/\s+/g, "");
}

const marksIn = (text: string): number => text.match(/[，。；：、！？,.;]/g)?.length ?? 0;

/** Points for each element that could hold the text: its paragraphs count for it, for its parent half. */
function scores(elements: readonly Element[]): Map<Element, number> {
  const found = new Map<Element, number>();
  for (const element of elements) {
    if (!BLOCKS.has(element.tagName) || isSilent(element)) continue;
    const own = ownText(element);
    if (own.length < 12) continue;
    const points = own.length / 20 + marksIn(own);
    const holders = [element, ...ancestorsOf(element)].filter(({ tagName }) =>
      HOLDERS.has(tagName),
    );
    for (const [index, holder] of holders.slice(0, 3).entries())
      found.set(holder, (found.get(holder) ?? 0) + points / (1 + index));
  }
  return found;
}

function linkShare(element: Element, all: readonly Element[]): number {
  const text = textOf(element).replace(/\s+/g, "").length;
  const inside = all.filter(
    (other) => other.tagName === "a" && ancestorsOf(other).includes(element),
  );
  const linked = inside.reduce((sum, link) => sum + textOf(link).replace(/\s+/g, "").length, 0);
  return text === 0 ? 1 : linked / text;
}

const namesOf = (element: Element): string[] =>
  [attribute(element, "id"), ...attribute(element, "class").split(/\s+/)].filter(
    (name) => name !== "",
  );

const isAway = (element: Element): boolean => namesOf(element).some((name) => AWAY.test(name));

/** The element that holds the text of a page, or null when none has words. */
export function findBody(elements: readonly Element[]): Element | null {
  const points = scores(elements);
  const ranked = [...points]
    .filter(([element]) => !isAway(element) && !ancestorsOf(element).some(isAway))
    .sort(([, a], [, b]) => b - a)
    .slice(0, 8)
    .map(([element, score]) => ({ element, score: score * (1 - linkShare(element, elements)) }))
    .sort((a, b) => b.score - a.score);
  const [best] = ranked;
  const length = (element: Element) => textOf(element).replace(/\s+/g, "").length;
  const known = elements.filter((element) => namesOf(element).some((name) => KNOWN.test(name)));
  const wanted = best ? length(best.element) : 0;
  // A name alone proves little: it must hold most of what the points found.
  const [named] = known
    .filter((element) => length(element) >= Math.max(20, wanted * 0.6))
    .sort((a, b) => length(a) - length(b));
  return named ?? best?.element ?? null;
}
