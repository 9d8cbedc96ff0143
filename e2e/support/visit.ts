/** Opens a page the way a stranger does: fresh context, and everything it asks for written down. */
import type { Browser, BrowserContext, Page } from "@playwright/test";

export type Visit = {
  context: BrowserContext;
  page: Page;
  /** Addresses asked for, with their kinds. */
  requests: { url: string; kind: string }[];
  /** Complaints of the console, errors of the page, and what the content policy refused. */
  complaints: string[];
};

type Given = { width?: number; height?: number };

/** Runs in the page before anything of the page itself does. */
function listenForRefusals(): void {
  const refusals: string[] = [];
  Object.assign(globalThis, { zsRefusals: refusals });
  document.addEventListener("securitypolicyviolation", (event) =>
    refusals.push(`${event.violatedDirective} ${event.blockedURI}`),
  );
}

/** What the content policy refused so far. */
export const refusalsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as { zsRefusals: string[] }).zsRefusals);

export async function visit(browser: Browser, url: string, given: Given = {}): Promise<Visit> {
  const viewport = { width: given.width ?? 1280, height: given.height ?? 900 };
  const context = await browser.newContext({ viewport, locale: "zh-CN" });
  await context.addInitScript(listenForRefusals);
  const page = await context.newPage();
  const [requests, complaints]: [Visit["requests"], string[]] = [[], []];
  page.on("request", (sent) => requests.push({ url: sent.url(), kind: sent.resourceType() }));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  await page.goto(url, { waitUntil: "load" });
  return { context, page, requests, complaints };
}
