/**
 * Every page type in both families, both forms and all languages: axe, the Nu checker, html-validate,
 * reflow at 320 px, text twice as large; no cookie, nothing from elsewhere, no web font.
 */
import type { Browser, Page } from "@playwright/test";
import { chromium } from "@playwright/test";
import { axeViolations } from "#e2e/support/axe.ts";
import { clipped, doubleText, overflowing } from "#e2e/support/layout.ts";
import { htmlErrors } from "#e2e/support/vnu.ts";
import { needBrowser } from "#scripts/test/needs.ts";
import type { Run } from "./support/figures.ts";
import { closeConnections, get } from "./support/http.ts";
import { listTypedPages } from "./support/page-types.ts";
import { startProduct } from "./support/product.ts";
import { fetchTool } from "./support/tools.ts";

const HTML_VALIDATE = "11.21.1";
/** A government of each family, a department of each. */
const SITES = ["yunchuan", "jyt", "qinglan", "rst"];
/** What React writes in its own way, which HTML reads alike; numbers are kept on one line by style. */
const RULES_OFF = { "attr-case": "off", "void-style": "off", "tel-non-breaking": "off" };

type Validator = {
  validateString: (html: string) => Promise<{
    results: { messages: { ruleId: string; message: string }[] }[];
  }>;
};

async function openValidator(): Promise<Validator> {
  const path = fetchTool("html-validate", HTML_VALIDATE, "dist/esm/index.js");
  // safe because it is this very version
  const { HtmlValidate } = (await import(path)) as {
    HtmlValidate: new (config: unknown) => Validator;
  };
  return new HtmlValidate({ extends: ["html-validate:recommended"], rules: RULES_OFF });
}

/** What is wrong with a page as a browser shows it. */
async function lookAt(page: Page, address: string, isCare: boolean): Promise<string[]> {
  const { host } = new URL(address);
  const foreign: string[] = [];
  const watch = (request: { url: () => string }) => {
    if (new URL(request.url()).host !== host) foreign.push(`asks ${request.url()}`);
  };
  page.on("request", watch);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(address);
  page.off("request", watch);
  const more = isCare ? (["color-contrast-enhanced"] as const) : [];
  const found = [...foreign, ...(await axeViolations(page, ["target-size", ...more]))];
  if ((await page.context().cookies()).length > 0) found.push("sets a cookie");
  const fonts = await page.evaluate(() => [...document.fonts].length);
  if (fonts > 0) found.push(`${fonts} web fonts`);
  await page.setViewportSize({ width: 320, height: 640 });
  found.push(...(await overflowing(page)).map((line) => `320 px: ${line}`));
  await page.setViewportSize({ width: 1280, height: 900 });
  await doubleText(page);
  for (const line of [...(await overflowing(page)), ...(await clipped(page))])
    found.push(`text 200 %: ${line}`);
  return found;
}

async function newPage(browser: Browser): Promise<Page> {
  return await (await browser.newContext({ locale: "zh-CN" })).newPage();
}

export const run: Run = async (_seed, say) => {
  needBrowser();
  const validator = await openValidator();
  const product = await startProduct();
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  try {
    const wrong: string[] = [];
    const sources: { name: string; html: string }[] = [];
    for (const code of SITES) {
      const site = { port: product.port, host: product.hostOf(code) };
      const pages = await listTypedPages(site);
      const page = await newPage(browser);
      for (const { name, path, isCare } of pages) {
        const html = (await get(site.port, site.host, path)).body;
        sources.push({ name: `${code} ${name}`, html });
        const { results } = await validator.validateString(html);
        const messages = results.flatMap((result) => result.messages);
        wrong.push(
          ...messages.map((m) => `${code} ${name}: html-validate ${m.ruleId} ${m.message}`),
        );
        const seen = await lookAt(page, `http://${site.host}:${site.port}${path}`, isCare);
        wrong.push(...seen.map((line) => `${code} ${name}: ${line}`));
      }
      await page.context().close();
      say(`  ${code}: ${pages.length} 种页面 pages`);
    }
    wrong.push(...(await htmlErrors(sources)));
    return {
      pass: wrong.length === 0,
      figures: {
        sites: SITES,
        pages: sources.length,
        htmlValidate: HTML_VALIDATE,
        wrongCount: wrong.length,
        wrong: wrong.slice(0, 60),
      },
      goals: { wrongCount: 0 },
    };
  } finally {
    await browser.close();
    closeConnections();
    await product.stop();
  }
};
