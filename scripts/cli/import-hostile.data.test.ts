/**
 * Hostile words imported in every place that holds words, drawn as citizens get them and opened in
 * Chromium without a content security policy: nothing runs, and nothing is asked of anybody.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "@playwright/test";
import { chromium } from "@playwright/test";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderHtml } from "#lib/richtext/render.ts";
import type { RichTextDocument } from "#lib/richtext/schema.ts";
import { fullDocument } from "#lib/richtext/stored.ts";
import { compose } from "#modules/resources/commands/compose.ts";
import { importDocument } from "#modules/resources/schema.ts";
import { typeSpec } from "#modules/resources/types/schema.ts";
import type { ArticleView } from "#themes/contract.ts";
import { articleView, listView } from "#themes/examples/views.ts";
import { zhongzhou } from "#themes/zhongzhou/family.tsx";

const BAD = join(import.meta.dirname, "../../../shared/data/badinput/dev");
const CHUNK = 100;

const linesOf = (name: string) => readFileSync(join(BAD, name), "utf8").split("\n");
const fixtures = JSON.parse(readFileSync(join(BAD, "sanitizer_fixtures.json"), "utf8")) as {
  payload: string;
}[];
const payloads = [
  ...fixtures.map(({ payload }) => payload),
  ...linesOf("xss_jhaddix.txt"),
  ...linesOf("xss_rsnake.txt"),
  ...linesOf("blns.txt"),
].filter((payload) => payload.trim() !== "");

const LOOK = { locale: "zh-CN", variant: { mode: "std" }, stylesheets: [] } as const;
const CARE = { ...LOOK, variant: { mode: "care", size: 1, scheme: null } } as const;

/** A record with the payload wherever a record holds words; what the schema refuses is shorter there. */
function imported(payload: string, index: number) {
  const short = (most: number) => payload.trim().slice(0, most) || "字";
  return compose(
    importDocument.parse({
      id: `bad-${index}`,
      type: "policy",
      title: short(200),
      org: short(100),
      docNo: short(80),
      category: short(120),
      author: short(60),
      body_html: `${payload}<figure><img src="https://evil.invalid/1.png" alt="${payload}"><figcaption>${payload}</figcaption></figure><p>尾</p>`,
      meta: { index: short(60), keywords: short(30), genre: short(30) },
    }),
  );
}

/** As the article page and a list show it. */
function drawn(payload: string, index: number, look: typeof LOOK | typeof CARE): string {
  const { title, summary, author, source, bodyJson, metadata } = imported(payload, index);
  const fields = typeSpec("policy").index?.({ title, publishedAt: new Date(0), metadata }) ?? [];
  const base = articleView(look as never);
  const view: ArticleView = {
    ...base,
    title,
    subtitle: title,
    summary,
    author,
    source,
    bodyHtml: renderHtml(fullDocument(JSON.parse(bodyJson)) as RichTextDocument, {
      variant: look.variant.mode,
      tableLabel: "表格",
    }),
    attachments: [{ title, href: "/files/1.pdf", extension: "pdf", sizeBytes: 1 }],
    documentIndex: {
      rows: fields.map(({ field, value }) => ({ name: field, lines: [value ?? ""], kind: "text" })),
      validity: {
        state: "repealed",
        words: title,
        sentence: title,
        replacement: { name: title, href: "/1" },
      },
    },
  };
  const list = listView(look as never, { number: 1, count: 1, rows: 1 });
  const [row] = list.items;
  const rows = row ? [{ ...row, title, summary }] : [];
  return [zhongzhou.Article(view), zhongzhou.List({ ...list, items: rows })]
    .map((page) => renderToStaticMarkup(page))
    .join("\n");
}

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
});
afterAll(() => browser.close());

/** In the page: fires every handler that waits for somebody, and tells what should not be there. */
function provoke(): string[] {
  const addresses = /^(?:href|src|action|formaction|xlink:href)$/i;
  const elements = [...document.querySelectorAll("*")];
  const attributes = elements.flatMap((element) => [...element.attributes]);
  const acting = attributes.filter(
    ({ name, value }) =>
      /^on/i.test(name) ||
      (addresses.test(name) && /^\s*(?:javascript|vbscript|data):/i.test(value)),
  );
  for (const element of elements)
    for (const event of ["mouseover", "focus", "error", "toggle", "pointerenter", "animationend"])
      element.dispatchEvent(new Event(event, { bubbles: true }));
  const foreign = document.querySelectorAll(
    "script,iframe,object,embed,base,form,meta[http-equiv=refresh],link[rel=stylesheet],style,svg script,math,template",
  );
  return [
    ...acting.map(({ name, value }) => `${name}=${value.slice(0, 80)}`),
    ...[...foreign].map(({ outerHTML }) => outerHTML.slice(0, 120)),
  ];
}

/** What happened when the page was opened, left alone, moved over and clicked. */
async function open(html: string): Promise<string[]> {
  const context = await browser.newContext({ bypassCSP: true });
  const happened: string[] = [];
  await context.exposeFunction("zsHappened", (what: string) => happened.push(what));
  await context.addInitScript(() => {
    const tell = (what: string) => () =>
      (window as never as { zsHappened: (w: string) => void }).zsHappened(what);
    for (const name of ["alert", "confirm", "prompt", "print", "open"])
      Object.assign(window, { [name]: tell(name) });
    Object.assign(window, { fetch: tell("fetch") });
    XMLHttpRequest.prototype.send = tell("xhr");
  });
  const page = await context.newPage();
  page.on("dialog", (dialog) => {
    happened.push(`dialog ${dialog.message()}`);
    dialog.dismiss().catch(() => {});
  });
  await context.route("**/*", (route) => {
    const url = route.request().url();
    if (url === "https://own.invalid/page.html")
      return route.fulfill({ contentType: "text/html; charset=utf-8", body: html });
    happened.push(`request ${url.slice(0, 200)}`);
    return route.abort();
  });
  await page.goto("https://own.invalid/page.html");
  const handlers = await page.evaluate(provoke);
  await page.waitForTimeout(50);
  await context.close();
  return [...happened, ...handlers];
}

/** Only what the payload can reach: the frame around it is ours and has its own tests. */
const mainOf = (html: string): string =>
  [...html.matchAll(/<main[\s\S]*?<\/main>/g)].map(([part]) => part).join("\n");

describe.each([
  ["standard", LOOK],
  ["care", CARE],
])("the %s form", (_, look) => {
  const chunks = Array.from({ length: Math.ceil(payloads.length / CHUNK) }, (__, at) => at);

  test.each(chunks)("of payloads %i00 and on runs nothing and asks nobody", async (at) => {
    const some = payloads.slice(at * CHUNK, (at + 1) * CHUNK);
    const parts = some.map((payload, index) => mainOf(drawn(payload, index, look)));
    expect(parts.filter((part) => part === "")).toEqual([]);
    const html = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>t</title></head><body>${parts.join("\n")}</body></html>`;
    expect(await open(html)).toEqual([]);
  });
});

test("the hooks notice what does run", async () => {
  const html = `<!doctype html><body><img src="https://evil.invalid/x" onerror="alert(1)"></body>`;
  const happened = await open(html);
  expect(happened).toContain("alert");
  expect(happened).toContain("request https://evil.invalid/x");
});
