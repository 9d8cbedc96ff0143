import { serialize } from "parse5";
import { declaredCharset, decodeText, misdeclaredWords } from "./charset.ts";
import type { ForeignDocument } from "./found.ts";
import { readMoment } from "./found.ts";
import type { Link } from "./links.ts";
import { linksIn, squeeze } from "./links.ts";
import { findBody } from "./page-body.ts";
import { daysSaid } from "./page-date.ts";
import { labelsIn } from "./page-labels.ts";
import type { Element } from "./page-tree.ts";
import { attribute, elementsOf, textOf } from "./page-tree.ts";

export type SavedPage = ForeignDocument & {
  charset: string;
  /** What pictures and links in the text point to, as they are written. */
  links: Link[];
  /** Fields of an official document that the page prints: 索引号, 发文字号 … by their labels. */
  labels: Record<string, string>;
};

/** Long runs of open tags are no page; parsing them costs the square of their number. */
const MAX_PAGE_CHARACTERS = 8 * 1024 * 1024;

type Facts = { meta: (...names: string[]) => string | null; elements: Element[]; lines: string[] };

function factsOf(elements: Element[]): Facts {
  const metas = new Map<string, string>();
  for (const element of elements.filter(({ tagName }) => tagName === "meta")) {
    const name = (attribute(element, "name") || attribute(element, "property")).toLowerCase();
    const content = attribute(element, "content").trim();
    if (name !== "" && content !== "" && !metas.has(name)) metas.set(name, content);
  }
  const body = elements.find(({ tagName }) => tagName === "body");
  const lines = (body ? textOf(body, 2_000_000) : "")
    .split("\n")
    .map((line) => line.replace(/[\s\u3000]+/g, " ").trim());
  return {
    meta: (...names) => names.map((name) => metas.get(name)).find((value) => value) ?? null,
    elements,
    lines: lines.filter((line) => line !== ""),
  };
}

/** The page's own heading where it has one; else `<title>` without the names of column and site. */
function titleOf({ meta, elements }: Facts): string {
  const said = meta("articletitle", "og:title");
  if (said) return squeeze(said);
  const head = squeeze(titleElement(elements));
  const headings = elements
    .filter(({ tagName }) => tagName === "h1" || tagName === "h2")
    .map((element) => squeeze(textOf(element, 400)))
    .filter((text) => text.length >= 4 && text.length <= 200);
  const shared = headings.find((text) => head.replace(/\s/g, "").includes(text.replace(/\s/g, "")));
  return shared ?? (head.split(/\s*(?:[_|—–]|--| - )\s*/)[0] || headings[0] || "");
}

const titleElement = (elements: readonly Element[]): string => {
  const title = elements.find(({ tagName }) => tagName === "title");
  const [text] = title?.childNodes ?? [];
  return text && "value" in text ? text.value : "";
};

function dateOf({ meta, lines, elements }: Facts, labels: Record<string, string>): string | null {
  const said = meta(
    "pubdate",
    "article:published_time",
    "publishdate",
    "publish-date",
    "og:release_date",
  );
  const time = elements.find(
    (element) => element.tagName === "time" && attribute(element, "datetime") !== "",
  );
  return (
    [said, labels["date"], time ? attribute(time, "datetime") : null, ...daysSaid(lines)]
      .map(readMoment)
      .find((moment) => moment !== null) ?? null
  );
}

function sourceOf({ meta, lines }: Facts): string | null {
  const said = meta("contentsource", "og:site_name", "source");
  const line = lines
    .slice(0, 150)
    .map((text) => /来\s*源\s*[:：]\s*([^\s|<>：:。，]{2,40})/.exec(text)?.[1])
    .find((found) => found);
  return (meta("contentsource") ?? line ?? said)?.slice(0, 100) ?? null;
}

function addressOf({ meta, elements }: Facts, html: string): string | null {
  const canonical = elements.find(
    (element) =>
      element.tagName === "link" && attribute(element, "rel").toLowerCase() === "canonical",
  );
  const saved = /<!--\s*saved from url=\(\d+\)(\S+?)\s*-->/i.exec(html.slice(0, 2_000))?.[1];
  const found = saved ?? (canonical ? attribute(canonical, "href") : null) ?? meta("og:url", "url");
  return found && URL.canParse(found) && /^https?:/.test(found) ? found : null;
}

/** A whole saved page: its encoding, and title, day, source and text among everything else. */
export function readPage(bytes: Uint8Array): SavedPage {
  const { text, charset, declared } = decodeText(bytes, declaredCharset(bytes));
  const html = text.slice(0, MAX_PAGE_CHARACTERS);
  const facts = factsOf(elementsOf(html));
  const labels = labelsIn(facts.elements, facts.lines.slice(0, 600));
  const body = findBody(facts.elements);
  return {
    id: null,
    title: titleOf(facts),
    html: body ? serialize(body) : "",
    date: dateOf(facts, labels),
    author: facts.meta("author")?.slice(0, 60) ?? null,
    source: sourceOf(facts),
    url: addressOf(facts, html),
    category: facts.meta("columnname"),
    keywords: (facts.meta("keywords") ?? "").split(/[\s,，;；、]+/).filter((word) => word !== ""),
    kind: "page",
    hidden: null,
    attachments: [],
    notes: declared === null ? [] : [misdeclaredWords({ charset }, declared)],
    charset,
    links: body ? linksIn(body) : [],
    labels,
  };
}
