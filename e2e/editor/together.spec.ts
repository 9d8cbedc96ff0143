import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { Instance, isAlive } from "#e2e/support/instance.ts";
import { openNewDraft, signIn, textOfDesk } from "./support/desk-editor.ts";

const SITE = "yunchuan";
const saved = (page: Page) => page.locator(".save-line.saved").getByText(/^已保存 /);

async function startDraft(page: Page, title: string, words: string): Promise<string> {
  await openNewDraft(page);
  await page.getByLabel("标题", { exact: true }).fill(title);
  await textOfDesk(page).click();
  await expect(textOfDesk(page)).toBeFocused();
  await page.keyboard.type(words);
  // "Saved" may be said of the title alone.
  await expect(textOfDesk(page)).toHaveText(words);
  await expect(saved(page)).toBeVisible();
  return page.url();
}

test("what another saved in between is not overwritten; the late text stays on the screen and beside the draft", async ({
  browser,
}) => {
  const author = await signIn(browser, "author", SITE);
  const address = await startDraft(author, `两人同改${Date.now()}`, "第一稿。");
  const other = await signIn(browser, "site-admin", SITE);
  await other.goto(address);
  await textOfDesk(other).click();
  await other.keyboard.press("ControlOrMeta+End");
  await other.keyboard.type("另一人写的。");
  await expect(saved(other)).toBeVisible();

  await textOfDesk(author).click();
  await author.keyboard.press("ControlOrMeta+End");
  await author.keyboard.type("原作者接着写的。");
  await expect(author.getByText(/在您之后保存了这篇稿件/)).toBeVisible();
  await expect(textOfDesk(author)).toContainText("第一稿。原作者接着写的。");

  await author.getByRole("button", { name: "载入他人保存的" }).click();
  await expect(textOfDesk(author)).toContainText("第一稿。另一人写的。");
  await author.getByText("没有存进稿件的内容").scrollIntoViewIfNeeded();
  await author.locator(".leftovers summary").first().click();
  await expect(author.locator(".leftovers textarea").first()).toHaveValue(
    "第一稿。原作者接着写的。",
  );
});

test("after a conflict one's own text can be gone on with, and the other's is in the history of saves", async ({
  browser,
}) => {
  const author = await signIn(browser, "author", SITE);
  const address = await startDraft(author, `用我写的${Date.now()}`, "第一稿。");
  const other = await signIn(browser, "site-admin", SITE);
  await other.goto(address);
  await other.getByLabel("作者").fill("另一人");
  await expect(saved(other)).toBeVisible();
  await author.getByLabel("作者").fill("原作者");
  await expect(author.getByText(/在您之后保存了这篇稿件/)).toBeVisible();
  await author.getByRole("button", { name: "用我写的继续" }).click();
  await expect(saved(author)).toBeVisible();
  await other.reload();
  await expect(other.getByLabel("作者")).toHaveValue("原作者");
});

test("the desk's process dies between two keys: nothing that was typed is lost", async ({
  browser,
}) => {
  test.setTimeout(150_000);
  const instance = new Instance("desk-crash");
  try {
    await instance.start();
    const { admin } = instance.running();
    const author = await signIn(browser, "author", SITE, { dataDir: instance.dataDir, admin });
    await startDraft(author, "打字时进程退出", "已经保存的话。");
    const pid = instance.running().processes.admin;
    await author.keyboard.type("退出之前打的字");
    process.kill(pid, "SIGKILL");
    await author.keyboard.type("，退出之后打的字。", { delay: 40 });
    await expect.poll(() => isAlive(pid)).toBe(false);
    await expect(saved(author)).toBeVisible({ timeout: 60_000 });
    await author.reload();
    await expect(textOfDesk(author)).toHaveText("已经保存的话。退出之前打的字，退出之后打的字。");
  } finally {
    await instance.discard();
  }
});
