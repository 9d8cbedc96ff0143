/** The editor on the real desk: what it saves is read from its own saving. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Locator, Page } from "@playwright/test";
import { expect } from "@playwright/test";
import type { RichTextDocument } from "#lib/richtext/schema.ts";
import { dataDir, running } from "../../support/product.ts";
import type { EditorPage } from "./editor-page.ts";

type Account = { login: string; password: string; role: string; scope: string };

export const deskOrigin = (): string => new URL(running().admin).origin;

/** Which product: the shared one, unless a test has one of its own. */
export type DeskProduct = { dataDir: string; admin: string };
const shared = (): DeskProduct => ({ dataDir: dataDir(), admin: running().admin });

/** A person of the demo group. */
export function accountOf(role: string, site: string, product: DeskProduct = shared()): Account {
  const file = join(product.dataDir, "demo-accounts.json");
  const all = JSON.parse(readFileSync(file, "utf8")) as Account[];
  const scope = site === "platform" ? site : `site:${site}`;
  const found = all.find((one) => one.role === role && one.scope === scope);
  if (!found) throw new Error(`no demo account ${role} of ${site}`);
  return found;
}

/** Signs a person of the demo group in; on their own browser context. */
export async function signIn(
  browser: Browser,
  role: string,
  site: string,
  product: DeskProduct = shared(),
): Promise<Page> {
  const found = accountOf(role, site, product);
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${new URL(product.admin).origin}/admin`);
  await page.getByLabel("账号").fill(found.login);
  await page.getByLabel("密码").fill(found.password);
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page.getByRole("heading", { name: "我的待办" })).toBeVisible();
  return page;
}

/** The list of what is in 通知公告, where new pieces of it begin. */
export async function openColumn(page: Page): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/admin/content`);
  await page.getByLabel("栏目", { exact: true }).selectOption({ label: "　通知公告" });
  await page.getByRole("button", { name: "筛选" }).click();
  // Before its styles are there the page moves under the hand.
  await expect(page).toHaveURL(/column=\d+/);
  await page.waitForLoadState();
}

/** Begins a new piece in the column that is shown, and waits for its text. */
export async function beginDraft(page: Page): Promise<void> {
  await page.getByRole("button", { name: /写一篇$/ }).click();
  await expect(page).toHaveURL(/\/admin\/content\/\d+$/);
  // Until its script is there the text takes no words, and shows no caret.
  await expect(textOfDesk(page)).toHaveAttribute("contenteditable", "true");
}

/** Starts a new piece in 通知公告 and leaves its editor open. */
export async function openNewDraft(page: Page): Promise<void> {
  await openColumn(page);
  await beginDraft(page);
}

export const textOfDesk = (page: Page): Locator =>
  page.getByRole("textbox", { name: "正文", exact: true });

/** The editor of an open draft; `read` saves by Ctrl+S, which moves no focus, and gives what was saved last. */
export function deskEditor(page: Page): EditorPage {
  let saved: RichTextDocument | null = null;
  page.on("request", (request) => {
    if (request.url().endsWith("/save"))
      saved = (request.postDataJSON() as { body: RichTextDocument }).body;
  });
  const read = async (): Promise<RichTextDocument> => {
    await page.keyboard.press("Control+s");
    await expect(page.locator(".save-line.saved")).toHaveCount(1);
    if (!saved) throw new Error("nothing was ever saved");
    return saved;
  };
  return { page, read };
}
