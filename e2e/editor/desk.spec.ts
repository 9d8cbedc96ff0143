import { readdirSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { ask } from "../support/http.ts";
import { HOUSE, siteOf } from "../support/product.ts";
import { deskOrigin, openNewDraft, signIn } from "./support/desk-editor.ts";

const SITE = "yunchuan";
const desk = deskOrigin;
const signInAt = (browser: Browser, role: string, site = SITE): Promise<Page> =>
  signIn(browser, role, site);

const act = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

async function startDraft(page: Page, title: string, words: string): Promise<string> {
  await openNewDraft(page);
  await page.getByLabel("标题", { exact: true }).fill(title);
  await page.getByLabel(/^来源/).fill("云川省人民政府办公厅");
  await page.getByRole("textbox", { name: "正文", exact: true }).click();
  await page.keyboard.type(words);
  await expect(page.getByText(/^已保存 /)).toBeVisible();
  return page.url();
}

test("a piece is written, returned with a reason, mended, approved by another, read, edited while it is live, and withdrawn", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const title = `关于工作台试运行的通知${Date.now()}`;
  const author = await signInAt(browser, "author");
  const address = await startDraft(author, title, "自即日起工作台试运行。");
  await act(author, "提交审核");
  await expect(author.getByText(/审核中/).first()).toBeVisible();

  const reviewer = await signInAt(browser, "reviewer");
  await expect(reviewer.getByRole("link", { name: title })).toBeVisible();
  await reviewer.goto(address);
  await act(reviewer, "退回");
  await reviewer.getByLabel(/^退回原因/).fill("请写明联系电话");
  await act(reviewer, "确定");
  await expect(reviewer.getByText(/已退回/).first()).toBeVisible();
  await expect(reviewer.getByText("请写明联系电话")).toBeVisible();

  await author.goto(`${desk()}/admin`);
  await author.getByRole("link", { name: title }).click();
  await author.getByRole("textbox", { name: "正文", exact: true }).click();
  await author.keyboard.press("ControlOrMeta+End");
  await author.keyboard.type("联系电话：12345。");
  await act(author, "提交审核");
  await expect(author.getByText(/审核中/).first()).toBeVisible();

  await reviewer.goto(address);
  await act(reviewer, "批准并发布");
  await expect(reviewer.getByRole("link", { name: "看已发布的页面" })).toBeVisible();
  const page =
    (await reviewer.getByRole("link", { name: "看已发布的页面" }).getAttribute("href")) ?? "";
  const read = async () => await ask(page);
  await expect.poll(async () => (await read()).body.includes("联系电话：12345。")).toBe(true);

  await author.goto(address);
  await act(author, "修改");
  await expect(author).not.toHaveURL(address);
  await author.getByLabel("标题", { exact: true }).fill(`${title}（更新）`);
  await expect(author.getByText(/^已保存 /)).toBeVisible();
  expect((await read()).body).not.toContain("（更新）");

  await reviewer.goto(address);
  await act(reviewer, "撤下");
  await reviewer.getByLabel(/^撤下原因/).fill("试运行结束");
  await act(reviewer, "确定");
  await expect.poll(async () => (await read()).status).toBe(410);
});

test("what another saved in between is not overwritten, and the late text stays on the screen", async ({
  browser,
}) => {
  const author = await signInAt(browser, "author");
  const address = await startDraft(author, `两人同改${Date.now()}`, "第一稿。");
  const other = await signInAt(browser, "site-admin");
  await other.goto(address);
  await other.getByLabel("作者").fill("另一人");
  await expect(other.getByText(/^已保存 /)).toBeVisible();
  await author.getByLabel("作者").fill("原作者");
  await expect(author.getByText(/在您之后保存了这篇稿件/)).toBeVisible();
  await expect(author.getByLabel("作者")).toHaveValue("原作者");
});

test("somebody of another site sees neither the piece nor its preview", async ({ browser }) => {
  const author = await signInAt(browser, "author");
  const address = await startDraft(author, `外站不可见${Date.now()}`, "内容。");
  const id = address.split("/").at(-1) ?? "";
  const foreigner = await signInAt(browser, "reviewer", "yunzhou");
  await foreigner.goto(address);
  await expect(foreigner.getByRole("heading", { name: "您没有这项权限" })).toBeVisible();
  const preview = `${desk()}/preview/${id}/std`;
  expect(await foreigner.evaluate(async (url) => (await fetch(url)).status, preview)).toBe(404);
  expect(await author.evaluate(async (url) => (await fetch(url)).status, preview)).toBe(200);
});

/** Every route under app/admin and app/preview, from the folders themselves. */
function entryPoints(): { path: string; isEndpoint: boolean }[] {
  return ["app/admin", "app/preview"].flatMap((root) =>
    readdirSync(join(HOUSE, root), { recursive: true, withFileTypes: true })
      .filter(({ name }) => name === "page.tsx" || name === "route.ts")
      .map((entry) => {
        const folder = entry.parentPath.slice(join(HOUSE, "app").length);
        const path = folder
          .replace(/\/\([^)]*\)/g, "")
          .replace(/\[\.\.\.[a-z]+\]/g, "session")
          .replace(/\[act\]/g, "save")
          .replace(/\[variant\]/g, "std")
          .replace(/\[[a-z]+\]/g, "1");
        return { path, isEndpoint: entry.name === "route.ts" };
      }),
  );
}
/** What a stranger must reach: signing in, and the first set-up by its token. */
const OPEN = /\/(?:sign-in|setup\/.*|api\/auth\/.*)$/;

test("a stranger is refused at every entry point of the desk", async () => {
  const points = entryPoints().filter(({ path }) => !OPEN.test(path));
  expect(points.length).toBeGreaterThan(10);
  for (const { path, isEndpoint } of points) {
    const origin = desk();
    const got = await ask(`${origin}${path}`);
    const isSentAway =
      got.status === 307 && String(got.headers.location).includes("/admin/sign-in");
    expect([path, isSentAway || [401, 404, 405].includes(got.status)]).toEqual([path, true]);
    if (!isEndpoint) continue;
    const posted = await ask(`${origin}${path}`, {
      method: "POST",
      headers: { origin, "content-length": "0" },
    });
    expect([path, [401, 403, 405].includes(posted.status)]).toEqual([path, true]);
    const foreign = await ask(`${origin}${path}`, {
      method: "POST",
      headers: { origin: "http://evil.example", "content-length": "0" },
    });
    expect([path, [401, 403, 405].includes(foreign.status)]).toEqual([path, true]);
  }
});

test("/admin on a site's own host leads to the desk with that site", async () => {
  const { origin } = siteOf(SITE);
  const answer = await ask(`${origin}/admin`);
  expect([answer.status, answer.headers.location]).toEqual([302, `${desk()}/admin?site=${SITE}`]);
});

test("the desk's screens pass axe", async ({ browser }) => {
  test.setTimeout(90_000);
  const page = await signInAt(browser, "author");
  const check = async () => {
    const { violations } = await new AxeBuilder({ page })
      .options({ rules: { "target-size": { enabled: true } } })
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  };
  await check();
  await startDraft(page, `无障碍检查${Date.now()}`, "内容。");
  await check();
  await page.goto(`${desk()}/admin/content`);
  await check();
});
