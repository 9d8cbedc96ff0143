import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { axeViolations } from "#e2e/support/axe.ts";
import { siteOf } from "#e2e/support/product.ts";
import { deskOrigin, openNewDraft, signIn, textOfDesk } from "./support/desk-editor.ts";

const SITE = "yunchuan";

/** The keys are heard from when the button is offered. */
async function openByKeys(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: /^直达/ })).toBeEnabled();
  await page.keyboard.press("Control+k");
}

test("by keys alone: opened, a screen by its initials, back where one was", async ({ browser }) => {
  const page = await signIn(browser, "site-admin", SITE);
  await openByKeys(page);
  const palette = page.getByRole("dialog", { name: "查找并前往" });
  const words = palette.getByRole("combobox");
  await expect(words).toBeFocused();
  await expect(palette.getByRole("option").first()).toContainText("工作台");
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    expect([width, await axeViolations(page, ["target-size"], true)]).toEqual([width, []]);
  }
  await page.keyboard.press("Escape");
  await expect(palette).toBeHidden();
  await openByKeys(page);
  // A quick hand closes and opens it before the page is told that it closed.
  await palette.evaluate((dialog: HTMLDialogElement) => {
    dialog.close();
    const keys = { code: "KeyK", key: "k", ctrlKey: true, bubbles: true };
    document.body.dispatchEvent(new KeyboardEvent("keydown", keys));
  });
  await expect(words).toBeFocused();
  await words.fill("xyzq");
  await expect(palette.getByRole("status")).toContainText("没有符合的");
  await words.fill("sh");
  await expect(palette.getByRole("option", { name: /^审核/ })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/admin\/review$/);
  // What was chosen last stands first.
  await openByKeys(page);
  await expect(palette.getByRole("option").first()).toContainText("审核");
  await page.context().close();
});

test("a piece is found by its title however it lies, and a new one begun in a column", async ({
  browser,
}) => {
  const page = await signIn(browser, "site-admin", SITE);
  await openNewDraft(page);
  const title = `供水管网改造期间停水${Date.now()}`;
  const address = page.url();
  await page.getByLabel("标题", { exact: true }).fill(title);
  await textOfDesk(page).click();
  await page.keyboard.press("Control+s");
  await expect(page.locator(".save-line.saved")).toContainText("已保存");
  // In the text the same keys make a link.
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog", { name: "查找并前往" })).toBeHidden();
  await page.goto(`${deskOrigin()}/admin`);
  await page.getByRole("button", { name: /^直达/ }).click();
  const palette = page.getByRole("dialog", { name: "查找并前往" });
  await palette.getByRole("combobox").fill(title.slice(4));
  await palette.getByRole("option", { name: new RegExp(title) }).click();
  await expect(page).toHaveURL(address);
  await page.goto(`${deskOrigin()}/admin`);
  await openByKeys(page);
  await palette.getByRole("combobox").fill("通知公告");
  await palette.getByRole("option", { name: /在“通知公告”写一篇/ }).click();
  await expect(page).toHaveURL(/\/admin\/content\/\d+$/);
  expect(page.url()).not.toBe(address);
  await page.context().close();
});

test("an editor of another site is offered nothing of this one; a person of many goes from site to site", async ({
  browser,
}) => {
  const foreigner = await signIn(browser, "site-admin", "yunzhou");
  const { name } = siteOf(SITE);
  await openByKeys(foreigner);
  const palette = foreigner.getByRole("dialog", { name: "查找并前往" });
  await palette.getByRole("combobox").fill(name);
  await expect(palette.getByRole("status")).toContainText("没有符合的");
  await foreigner.context().close();
  const page = await signIn(browser, "super-admin", "platform");
  await openByKeys(page);
  await page.getByRole("combobox").fill(siteOf("yunzhou").name);
  await page
    .getByRole("option", { name: /切换网站/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/admin\/content$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(siteOf("yunzhou").name);
  await page.context().close();
});
