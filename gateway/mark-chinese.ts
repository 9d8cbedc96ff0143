/**
 * English pages show Chinese titles, names and texts. Every one of them is marked `lang="zh-CN"`, so
 * that a screen reader speaks it in Chinese and a browser draws it with Chinese glyphs. @rule WCAG 3.1.2
 */
import type { DefaultTreeAdapterTypes as Tree } from "parse5";
import { html as names, parse, serialize, defaultTreeAdapter as tree } from "parse5";

const ENGLISH_PAGE = /<html\b[^>]*\blang="en"/;
const HAN = /\p{Script=Han}/u;
const LATIN = /\p{Script=Latin}{2,}/u;

/**
 * Chinese characters with the numbers, the marks and the foreign words that touch them: 2026年PM2.5浓度 but
 * not the English sentence around a name.
 */
const CHINESE_RUN =
  /[《“（〔「]*\p{Script=Han}(?:[\p{Script=Han}\p{N}《》“”（）〔〕「」、，。？！；：·…—]|\p{Zs}(?=[\p{Script=Han}\p{N}《“（])|[.,-](?=\p{N})|%|\p{Script=Latin}+(?=[\p{Script=Han}\p{N}]))*/gu;

/** Words that are heard or drawn but stand in an attribute. */
const SPOKEN_ATTRIBUTES = ["alt", "aria-label", "placeholder", "title"];
const UNSEEN = new Set(["head", "script", "style", "template"]);

/** What an element's words are: nothing to speak of, Chinese throughout, or something else. */
type Words = "none" | "chinese" | "other";

function wordsOf(text: string): Words {
  if (!HAN.test(text)) return LATIN.test(text) ? "other" : "none";
  const around = text.replace(CHINESE_RUN, "");
  return HAN.test(around) || LATIN.test(around) ? "other" : "chinese";
}

function together(all: readonly Words[]): Words {
  if (all.includes("other")) return "other";
  return all.includes("chinese") ? "chinese" : "none";
}

const langOf = ({ attrs }: Tree.Element): string | undefined =>
  attrs.find(({ name }) => name === "lang")?.value;

function mark(element: Tree.Element): void {
  if (langOf(element) === undefined) element.attrs.push({ name: "lang", value: "zh-CN" });
}

/** Chinese runs of an otherwise English text, each in an element of its own. */
function wrapRuns(parent: Tree.Element, node: Tree.TextNode): void {
  const { value } = node;
  let from = 0;
  for (const { 0: run, index } of value.matchAll(CHINESE_RUN)) {
    const before = value.slice(from, index);
    if (before !== "") tree.insertBefore(parent, tree.createTextNode(before), node);
    const span = tree.createElement("span", names.NS.HTML, [{ name: "lang", value: "zh-CN" }]);
    tree.appendChild(span, tree.createTextNode(run));
    tree.insertBefore(parent, span, node);
    from = index + run.length;
  }
  node.value = value.slice(from);
}

/** What stands in attributes of the element itself. */
const spokenBy = ({ attrs }: Tree.Element): Words =>
  together(
    attrs.filter(({ name }) => SPOKEN_ATTRIBUTES.includes(name)).map(({ value }) => wordsOf(value)),
  );

function wordsBelow(node: Tree.ChildNode): Words {
  if (tree.isElementNode(node)) return walk(node);
  return tree.isTextNode(node) ? wordsOf(node.value) : "none";
}

/** Marks what is below, and tells what the element is itself, so that the mark stands as high as it can. */
function walk(element: Tree.Element): Words {
  if (UNSEEN.has(element.tagName)) return "none";
  if (langOf(element)?.startsWith("en") === false) return "other";
  const below = element.childNodes.map((node) => ({ node, words: wordsBelow(node) }));
  const all = together([spokenBy(element), ...below.map(({ words }) => words)]);
  if (all !== "other") return all;
  for (const { node, words } of below) {
    if (tree.isElementNode(node) && words === "chinese") mark(node);
    if (tree.isTextNode(node) && words !== "none") wrapRuns(element, node);
  }
  return "other";
}

/** A page with its Chinese marked; pages that are Chinese themselves stay as they are. */
export function markChinese(page: string): string {
  if (!ENGLISH_PAGE.test(page)) return page;
  const document = parse(page);
  for (const node of document.childNodes) if (tree.isElementNode(node)) walk(node);
  return serialize(document);
}
