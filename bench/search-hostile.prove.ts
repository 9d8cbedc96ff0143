/** Naughty strings and attacks of the field's lists, asked in every way a question can be asked: an answer each, and no error in the database's log. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { htmlErrors } from "#e2e/support/vnu.ts";
import { asText } from "#lib/routing/search.ts";
import { SEARCH } from "#modules/search/domain/settings.ts";
import type { Run } from "./support/figures.ts";
import type { Got } from "./support/http.ts";
import { closeConnections, get } from "./support/http.ts";
import { attributeOf, readPage } from "./support/page-tree.ts";
import { startProduct } from "./support/product.ts";
import { inParallel } from "./support/raw.ts";

const LISTS = join(import.meta.dirname, "../../shared/data/badinput/dev");
const FILES = [
  ...["sql_generic.txt", "sql_auth_bypass.txt", "xss_jhaddix.txt", "xss_rsnake.txt"],
  ...["path_traversal.txt", "open_redirect.txt", "crlf.txt", "csv_formula.txt", "blns.txt"],
];
/** What no list has: letters that can be read as syllables in more ways than can be tried, and days that are none or the ends of all. */
const OWN = [
  `${"uai".repeat(13)}b`,
  ...["0000-01-01", "0000-02-29", "0001-01-01", "9999-12-31", "10000-01-01", "2026-02-30"],
];
const WIDTH = 4;
const NU_AT_ONCE = 200;
const SHOWN = 40;
/** Of the platform's own (an address is at most 2,048 bytes long): a page that says so. */
const TOO_LONG = 414;

/** Every page of the first way goes through the HTML checker, of the others one in so many. */
const CHECKED = 4;

type Way = { name: string; pathOf: (text: string) => string; isPage: boolean };

const asked = (path: string, more: Record<string, string>): string =>
  `${path}?${new URLSearchParams(more)}`;

const WAYS: Way[] = [
  { name: "results", isPage: true, pathOf: (q) => asked("/search", { q, scope: "group" }) },
  { name: "care", isPage: true, pathOf: (q) => asked("/care/search", { q }) },
  {
    name: "every word",
    isPage: true,
    pathOf: (text) =>
      asked("/search", {
        ...{ q: text, class: text, sort: text, from: text, to: text, validity: text, region: text },
        ...{ site: text, org: text, number: text, field: text, exact: text, page: text },
      }).slice(0, 2_000),
  },
  {
    name: "number",
    isPage: true,
    pathOf: (number) => asked("/search", { q: "通知", number, exact: "1" }),
  },
  { name: "answer", isPage: false, pathOf: (q) => asked("/api/v1/search", { q, literal: "1" }) },
  { name: "suggestions", isPage: false, pathOf: (q) => asked("/api/v1/suggest", { q }) },
];

/** Every line, naughty strings as the JSON has them too, each once. */
function readStrings(): string[] {
  const lines = FILES.flatMap((file) => readFileSync(join(LISTS, file), "utf8").split("\n"));
  const naughty = JSON.parse(readFileSync(join(LISTS, "blns.json"), "utf8")) as string[];
  return [...new Set([...lines, ...naughty, ...OWN])].filter((line) => line !== "");
}

/** Attributes whose address a browser follows or loads; what was typed stands in a field's `value` as it is. */
const ADDRESSES = new Set(
  "href src srcset srcdoc action formaction data poster cite background ping xlink:href".split(" "),
);
const RUNNING = /^\s*(?:javascript|data|vbscript):/i;

/** Elements and attributes that run something: those of an honest question's page may be there, no others. */
function runningParts(html: string): Set<string> {
  const parts = new Set<string>();
  for (const element of readPage(html)) {
    for (const { name, value } of element.attrs)
      if (name.startsWith("on") || (ADDRESSES.has(name) && RUNNING.test(value)))
        parts.add(`${element.tagName} ${name}`);
    if (/^(?:script|iframe|object|embed|base|meta|link|style|svg|math)$/.test(element.tagName))
      parts.add(`${element.tagName} ${attributeOf(element, "src") ?? ""}`);
  }
  return parts;
}

/** The field of the page holds what was asked, so that it can be mended. */
function isKept(html: string, text: string): boolean {
  const field = readPage(html).find((element) => attributeOf(element, "name") === "q");
  const held = field ? (attributeOf(field, "value") ?? "") : "";
  const meant = [...asText(text).trim().normalize("NFC")].slice(0, SEARCH.queryMaxCharacters);
  return held.trim() === meant.join("").trim();
}

const TOO_MANY = 429;
const REST_MS = 1_000;

/** Suggestions have a bound of their own a minute: who is told so asks again after a rest. */
async function patient(ask: () => Promise<Got>): Promise<Got> {
  for (;;) {
    const got = await ask();
    if (got.status !== TOO_MANY) return got;
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
  }
}

const errorsIn = (log: string): number => log.match(/ (?:ERROR|FATAL|PANIC): /g)?.length ?? 0;

export const run: Run = async (_seed, say) => {
  if (!existsSync(LISTS)) throw new Error("not run: ../shared/data is not at hand");
  const strings = readStrings();
  const product = await startProduct({ ZS_SEARCHES_PER_MINUTE: "1000000" });
  try {
    const host = product.hostOf("yunchuan");
    const log = join(product.dataDir, "logs/postgres.log");
    const honest = runningParts((await get(product.port, host, "/search?q=x")).body);
    const errorsBefore = errorsIn(readFileSync(log, "utf8"));
    const statuses: Record<string, number> = {};
    const wrong: string[] = [];
    const invalid: string[] = [];
    const judge = (way: Way, text: string, { status, body }: Got): void => {
      const where = `${way.name}: ${JSON.stringify(text).slice(0, 120)}`;
      if (status !== 200 && status !== TOO_LONG) wrong.push(`${where} → ${status}`);
      if (status !== 200 || !way.isPage) return;
      const parts = [...runningParts(body)].filter((part) => !honest.has(part));
      if (parts.length > 0) wrong.push(`${where} runs ${parts.join(", ")}`);
      if (way.name === "results" && !isKept(body, text)) wrong.push(`${where} is not kept`);
    };
    for (const way of WAYS) {
      const pages: { name: string; html: string }[] = [];
      const known = wrong.length;
      await inParallel(strings, WIDTH, async (text) => {
        const got = await patient(() => get(product.port, host, way.pathOf(text.toWellFormed())));
        statuses[`${way.name} ${got.status}`] = (statuses[`${way.name} ${got.status}`] ?? 0) + 1;
        judge(way, text, got);
        if (way.isPage && got.status === 200) pages.push({ name: text, html: got.body });
      });
      const checked = way === WAYS[0] ? pages : pages.filter((_, at) => at % CHECKED === 0);
      for (let from = 0; from < checked.length; from += NU_AT_ONCE)
        invalid.push(...(await htmlErrors(checked.slice(from, from + NU_AT_ONCE))).map(String));
      say(`  ${way.name}: ${strings.length} 问 questions，${checked.length} 页经 Nu 检查 checked`);
      for (const one of wrong.slice(known, known + SHOWN)) say(`    ✗ ${one}`);
    }
    const databaseErrors = errorsIn(readFileSync(log, "utf8")) - errorsBefore;
    return {
      pass: wrong.length === 0 && invalid.length === 0 && databaseErrors === 0,
      figures: {
        ...{ strings: strings.length, questions: strings.length * WAYS.length, statuses },
        ...{ wrongCount: wrong.length, wrong: wrong.slice(0, SHOWN) },
        ...{ htmlErrorCount: invalid.length, htmlErrors: invalid.slice(0, SHOWN) },
        databaseErrors,
      },
      goals: { wrongCount: 0, htmlErrorCount: 0, databaseErrors: 0 },
    };
  } finally {
    closeConnections();
    await product.stop();
  }
};
