/** Whoever runs a site sees what it is asked in vain, answers it, and sees what that has changed. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { order } from "#e2e/support/cli.ts";
import { withDatabase } from "#e2e/support/database.ts";
import { bringIn, freshLetters, makeDocument } from "#e2e/support/documents.ts";
import { ask, textOf } from "#e2e/support/http.ts";
import { siteOf } from "#e2e/support/product.ts";
import { searchOf } from "#e2e/support/site-pages.ts";
import { deskOrigin, signIn } from "./support/desk-editor.ts";
import { askFrom } from "./support/entry-points.ts";

test.describe.configure({ timeout: 240_000 });

const SITE = "yunchuan";
const BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36";

/** Asked by so many clients of their own, and written. */
async function askByMany(words: string, many: number): Promise<void> {
  for (let number = 1; number <= many; number += 1)
    await ask(searchOf(siteOf(SITE).origin, words, "literal=1"), {
      headers: { "x-forwarded-for": `203.0.113.${number}`, "user-agent": BROWSER },
    });
  const asked = () =>
    withDatabase(async (sql) => {
      const [row] = await sql<{ n: number }[]>`
        select coalesce(sum(asked), 0)::int as n from search_question where text = ${words}`;
      return row?.n;
    });
  await expect.poll(asked, { timeout: 30_000 }).toBe(many);
}

const taskOf = (words: string): Promise<string> =>
  withDatabase(async (sql) => {
    const [row] = await sql<{ id: string }[]>`select id from search_task where text = ${words}`;
    return row?.id ?? "";
  });

test("words that find nothing become a task with an owner and a day; it is answered, and the effect shown", async ({
  browser,
}) => {
  const words = `龘靐${freshLetters()}`;
  await askByMany(words, 6);
  await order("search", "renew");
  const page = await signIn(browser, "site-admin", SITE);
  await page.getByRole("link", { name: "搜索", exact: true }).click();
  const row = page.getByRole("row", { name: new RegExp(words) });
  await expect(row).toContainText("没有结果");
  await expect(row).toContainText("6");
  await page.getByRole("link", { name: words }).click();
  await page.getByLabel("期限").fill("2020-01-01");
  await page.getByRole("button", { name: "保存指派" }).click();
  await expect(page.getByText("期限不能早于今天。")).toBeVisible();
  await page.getByLabel("期限").fill("2999-01-01");
  await page.getByLabel("负责人").selectOption({ index: 1 });
  const owner = (await page.getByLabel("负责人").locator("option").nth(1).textContent()) ?? "";
  await page.getByRole("button", { name: "保存指派" }).click();
  await expect(page.getByText("2999-01-01").first()).toBeVisible();
  await expect(page.locator(".facts")).toContainText(owner);
  await bringIn([makeDocument(`关于${words}的说明`)], {
    site: SITE,
    column: "zwdt/tzgg",
    as: "published",
  });
  await page.getByLabel("怎样解决").selectOption({ label: "发布或修改了内容" });
  await page.getByLabel("说明", { exact: true }).fill("发布了说明");
  await page.getByRole("button", { name: "标为已解决" }).click();
  await expect(page.locator(".facts")).toContainText("已解决");
  await expect(page.getByRole("heading", { name: "经过" })).toBeVisible();
  await expect(page.getByRole("button", { name: "标为已解决" })).toHaveCount(0);
  // A clock that has run on: asked since then, and found.
  await withDatabase(async (sql) => {
    await sql`update search_task set closed_at = now() - interval '5 days' where text = ${words}`;
    await sql`update search_question set day = day - 6 where text = ${words}`;
  });
  await withDatabase(
    (sql) => sql`
      insert into search_question (site_id, day, text, scope, class, asked, led, empty, clicked, hits)
      select site_id, day + 5, text, scope, class, 4, 0, 0, 2, 1 from search_question where text = ${words}`,
  );
  await page.reload();
  const effect = page.getByRole("region", { name: "处理前后" });
  await expect(effect.getByRole("row", { name: /处理前/ })).toContainText("100%");
  await expect(effect.getByRole("row", { name: /处理后/ })).toContainText("0%");
  await page.goto(`${deskOrigin()}/admin/search?state=answered`);
  await expect(page.getByRole("link", { name: words })).toBeVisible();
});

test("statistics by period, the words asked most, and a table to take away", async ({
  browser,
}) => {
  const words = `=统计${freshLetters()}`;
  await askByMany(words, 4);
  const page = await signIn(browser, "reviewer", SITE);
  await page.goto(`${deskOrigin()}/admin/search/questions`);
  await expect(page.getByRole("row", { name: /公众/ })).toBeVisible();
  await expect(page.getByRole("link", { name: words })).toBeVisible();
  await page.getByRole("link", { name: "90 天" }).click();
  await page.getByRole("link", { name: "没有结果", exact: true }).click();
  await expect(page.getByRole("link", { name: words })).toBeVisible();
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "下载表格（CSV）" }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/^搜索词_.*_90天\.csv$/);
  const text = readFileSync(await file.path(), "utf8");
  expect(text.startsWith("\ufeff搜索词,搜索次数")).toBe(true);
  expect(text).toContain(`'${words},4,4,0,0\r\n`);
});

test("a hot word is pinned and hidden by the site's people; a blocked one cannot be", async ({
  browser,
}) => {
  const hot = async () => textOf((await ask(`${siteOf(SITE).origin}/search`)).body);
  const page = await signIn(browser, "site-admin", SITE);
  await page.goto(`${deskOrigin()}/admin/search/hot`);
  await page.getByLabel("置顶一个词").fill("赌博");
  await page.getByRole("button", { name: "置顶", exact: true }).click();
  await expect(page.getByText("这个词含有敏感词，不能置顶。")).toBeVisible();
  await page.getByLabel("置顶一个词").fill("老年人");
  await page.getByRole("button", { name: "置顶", exact: true }).click();
  await expect(page.getByRole("row", { name: /老年人/ })).toContainText("已置顶");
  expect(await hot()).toContain("老年人");
  await page.getByRole("button", { name: "隐藏 老年人" }).click();
  await expect(page.getByRole("row", { name: /老年人/ })).toContainText("已隐藏");
  expect(await hot()).not.toContain("老年人");
  await page.getByRole("button", { name: "恢复自动 老年人" }).click();
  await expect(page.getByRole("row", { name: /老年人/ })).toHaveCount(0);
});

test("people of other sites and authors are refused at every act, screen and file, and shown nothing", async ({
  browser,
}) => {
  const words = `龘靐${freshLetters()}`;
  const siteId = await withDatabase(async (sql) => {
    const [row] = await sql<{ id: string }[]>`
      insert into search_task (site_id, text, reason, asked, due_on)
      select id, ${words}, 'no-hits', 9, now()::date + 7 from site where code = ${SITE} returning site_id as id`;
    return Number(row?.id);
  });
  const task = await taskOf(words);
  const note = "理由充分";
  const acts: [path: string, body: unknown][] = [
    [`tasks/${task}`, { act: "assign", ownerId: 1, dueOn: "2999-01-01" }],
    [`tasks/${task}`, { act: "answer", remedy: "content", note }],
    [`tasks/${task}`, { act: "dismiss", note }],
    ["words", { siteId, text: words, choice: "hide" }],
  ];
  for (const [role, home] of [
    ["author", SITE],
    ["author", "yunzhou"],
    ["reviewer", "yunzhou"],
    ["site-admin", "yunzhou"],
  ] as const) {
    const page = await signIn(browser, role, home);
    for (const [path, body] of acts) {
      const { status, body: said } = await askFrom(page, `/admin/api/search/${path}`, body);
      expect([role, home, path, status, JSON.parse(said)]).toEqual([
        ...[role, home, path, 403],
        { ok: false, code: "FORBIDDEN" },
      ]);
    }
    const file = await askFrom(page, `/admin/api/search/questions/${siteId}/30`);
    expect([role, home, file.status]).toEqual([role, home, 404]);
    await page.goto(`${deskOrigin()}/admin/search/tasks/${task}`);
    await expect(page.getByRole("heading", { name: "您没有这项权限" })).toBeVisible();
    expect(await page.content()).not.toContain(words);
    await page.context().close();
  }
  const own = await signIn(browser, "reviewer", SITE);
  await own.goto(`${deskOrigin()}/admin/search/tasks/${task}`);
  await expect(own.getByRole("heading", { name: words })).toBeVisible();
  for (const path of [
    "search?state=evil&page=x",
    "search/tasks/0",
    "search/tasks/x",
    "search/questions?days=9&which=evil",
  ]) {
    const answer = await own.goto(`${deskOrigin()}/admin/${path}`);
    expect([path, answer?.status()]).toEqual([path, 200]);
    await expect(own.getByRole("heading", { level: 1 })).toBeVisible();
  }
});
