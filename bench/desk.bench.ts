/** The desk as an editor feels it: how long a key takes in a long text, and how soon a screen is there. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { chromium } from "@playwright/test";
import { measureTyping } from "#e2e/editor/support/typing.ts";
import { fromHtml } from "#lib/richtext/from-html.ts";
import { getColumnByPath } from "#modules/columns/queries.ts";
import { createDraft, saveDraft } from "#modules/resources/drafts/commands/save.ts";
import { draftInput } from "#modules/resources/drafts/schema.ts";
import { getSiteByCode } from "#modules/sites/queries/registry.ts";
import { needBrowser } from "#scripts/test/needs.ts";
import type { Bench } from "./support/content.ts";
import { connectBench } from "./support/content.ts";
import type { Run } from "./support/figures.ts";
import { percentile } from "./support/figures.ts";
import type { Product } from "./support/product.ts";
import { startProduct } from "./support/product.ts";

const SITE = "yunchuan";
const CHARACTERS = 20_000;
const KEYS = 300;
const OPENINGS = 7;
const GOALS = { typingP95Ms: 50, firstScreenMs: 1_500 };
const SENTENCE = "各地各有关部门要压实工作责任，细化任务措施，加强协调配合，确保各项工作落到实处。";
const PARAGRAPH = SENTENCE.repeat(5);

/** A draft of about 20,000 characters; returns its edition. */
async function longDraft({ ctx, db }: Bench): Promise<number> {
  const site = await getSiteByCode(db, SITE);
  const column = site ? await getColumnByPath(db, site.id, "zwdt/tzgg") : null;
  if (!column) throw new Error("no column");
  const { editionId } = await createDraft(ctx, { columnId: column.id, type: "article" });
  const paragraphs = Math.ceil(CHARACTERS / PARAGRAPH.length);
  const input = draftInput.parse({
    revision: 0,
    title: "一篇很长的稿件",
    subtitle: null,
    summary: null,
    author: null,
    source: "云川省人民政府办公厅",
    body: fromHtml(`<p>${PARAGRAPH}</p>`.repeat(paragraphs)).document,
    metadata: {},
    columnIds: [column.id],
    tags: [],
    attachments: [],
  });
  const saved = await saveDraft(ctx, editionId, input);
  if (!saved.ok) throw new Error("the long draft was not saved");
  return editionId;
}

async function signIn(browser: Browser, product: Product): Promise<Page> {
  const file = join(product.dataDir, "demo-accounts.json");
  const accounts = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>[];
  const author = accounts.find(({ login }) => login === `${SITE}-xinxi`);
  const page = await (await browser.newContext()).newPage();
  await page.goto(deskOf(product, "/admin"));
  await page.locator("[name=login]").fill(author?.["login"] ?? "");
  await page.locator("[name=password]").fill(author?.["password"] ?? "");
  await page.locator("[name=password]").press("Enter");
  await page.waitForURL(/\/admin$/);
  return page;
}

const deskOf = (product: Product, path: string): string =>
  `http://admin.localhost:${product.port}${path}`;

/** From the address to the largest thing on the screen, with nothing in the browser's cache. */
async function openingMs(page: Page, address: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  await page.goto(address);
  const paint = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) =>
          resolve(list.getEntries().at(-1)?.startTime ?? 0),
        ).observe({ type: "largest-contentful-paint", buffered: true });
      }),
  );
  await session.detach();
  return Math.round(paint);
}

export const run: Run = async (_seed, say) => {
  needBrowser();
  const product = await startProduct();
  const bench = connectBench(product.databaseUrl);
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  try {
    const editionId = await longDraft(bench);
    const page = await signIn(browser, product);
    const screens: Record<string, number> = {};
    for (const path of ["/admin", "/admin/content", `/admin/content/${editionId}`]) {
      const all: number[] = [];
      for (let time = 0; time < OPENINGS; time += 1)
        all.push(await openingMs(page, deskOf(product, path)));
      screens[path.replace(/\d+$/, "…")] = percentile(all, 0.5);
    }
    say(`  ${JSON.stringify(screens)}`);
    const text = page.getByRole("textbox", { name: "正文", exact: true });
    await text.click();
    const read = () => Promise.reject(new Error("not asked"));
    const typing = await measureTyping({ page, read }, KEYS);
    say(`  ${JSON.stringify(typing)}`);
    const length = (await text.textContent())?.length ?? 0;
    if (length < CHARACTERS + KEYS) throw new Error(`only ${length} characters after typing`);
    const firstScreenMs = Math.max(...Object.values(screens));
    return {
      pass: typing.p95Ms <= GOALS.typingP95Ms && firstScreenMs <= GOALS.firstScreenMs,
      figures: { characters: CHARACTERS, typing, screens, firstScreenMs },
      goals: GOALS,
    };
  } finally {
    await browser.close();
    await bench.close();
    await product.stop();
  }
};
