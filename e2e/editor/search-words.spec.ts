/** What editors manage of the search: recommended results, other names, words that are right, kinds of results. */
import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { order } from "#e2e/support/cli.ts";
import { bringIn, freshWord, makeDocument } from "#e2e/support/documents.ts";
import { ask, textOf } from "#e2e/support/http.ts";
import { siteOf } from "#e2e/support/product.ts";
import { careOf, searchOf } from "#e2e/support/site-pages.ts";
import { deskOrigin, signIn } from "./support/desk-editor.ts";
import type { Hands } from "./support/hands.ts";
import { byKeys, byMouse } from "./support/hands.ts";

test.describe.configure({ timeout: 500_000 });

const SITE = "yunchuan";
const TARGET = { site: SITE, column: "zwdt/tzgg", as: "published" } as const;
const { origin } = siteOf(SITE);

const button = (page: Page, name: string): Locator =>
  page.getByRole("button", { name, exact: true });

/** A busy machine may cut an answer short, and says so: then it is asked again, as a reader would. */
const CUT_SHORT = /时间有限|查找用时太长/;
async function answered(url: string): Promise<string> {
  let { status, body } = await ask(url);
  for (let again = 0; again < 10 && CUT_SHORT.test(body); again += 1)
    ({ status, body } = await ask(url));
  expect(status, textOf(body)).toBe(200);
  return body;
}

/** The text of the first result, without spaces: words that were asked for stand apart in it. */
const firstHit = async (url: string): Promise<string> =>
  textOf(/data-el="hit"[\s\S]*?<\/li>/.exec(await answered(url))?.[0] ?? "").replace(/\s/g, "");

/** How many results are marked as recommended. */
const countBest = async (url: string): Promise<number> =>
  (await answered(url)).match(/data-el="best-bet"/g)?.length ?? 0;

async function choose(page: Page, { press, write }: Hands, title: string): Promise<void> {
  await write(page.getByLabel("找要推荐的内容"), title);
  const add = button(page, `加入“${title}”`);
  await expect(async () => {
    await press(button(page, "找一找"));
    await expect(add).toBeVisible();
  }).toPass();
  await press(add);
}

/** From the list to the list again. */
async function recommend(
  page: Page,
  hands: Hands,
  { question, titles }: { question: string; titles: string[] },
): Promise<void> {
  await page.goto(`${deskOrigin()}/admin/search/best-bets`);
  await hands.press(page.getByRole("link", { name: "新建推荐" }));
  await hands.write(page.getByLabel(/^读者搜什么/), question);
  for (const title of titles) await choose(page, hands, title);
  await hands.write(page.getByLabel(/^为什么推荐/), "读者常问");
  await hands.press(button(page, "保存"));
  await expect(page).toHaveURL(/\/best-bets$/);
}

test("a recommended result, by mouse: first on the result page without scripts, in both forms and three languages, gone when withdrawn or deleted", async ({
  browser,
}) => {
  const word = `渡口${freshWord().slice(4)}`;
  const papers = [1, 2, 3].map((at) => makeDocument(`${word}第${at}号通知`));
  const chosen = makeDocument(`过河须知${freshWord()}`);
  await bringIn([...papers, chosen], TARGET);
  const question = searchOf(origin, word);
  expect(await firstHit(question)).toContain(word);
  expect(await countBest(question)).toBe(0);
  const page = await signIn(browser, "site-admin", SITE);
  await recommend(page, byMouse, { question: `${word}\n${word}的说法`, titles: [chosen.title] });
  for (const asked of [question, searchOf(origin, `${word}的说法`), careOf(question)]) {
    expect(await firstHit(asked)).toContain(chosen.title);
    expect(await countBest(asked)).toBe(1);
  }
  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await reader.goto(question);
  const hit = reader.locator("[data-el=hit]").first();
  await expect(hit.getByRole("heading")).toHaveText(`推荐 ${chosen.title}`);
  await hit.getByRole("link").first().click();
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText(chosen.title);
  for (const [locale, mark] of [
    ["zh-hant", "推薦"],
    ["en", "Recommended"],
  ])
    expect(await firstHit(searchOf(`${origin}/${locale}`, word))).toContain(mark);
  for (const narrowed of ["sort=time", "class=policy", "field=title"])
    expect(await countBest(searchOf(origin, word, narrowed))).toBe(0);
  await order("withdraw", chosen.id, "--reason", "端到端测试");
  expect(await firstHit(question)).toContain(word);
  expect(await countBest(question)).toBe(0);
  // Tests beside this one may recommend its documents for questions of their own.
  const row = page
    .getByRole("row")
    .filter({ has: page.getByRole("button", { name: `删除“${word}”的推荐`, exact: true }) });
  await page.reload();
  await expect(row).toContainText("已撤下，现在不显示");
  await order("publish", chosen.id);
  expect(await firstHit(question)).toContain(chosen.title);
  const deletion = row.getByRole("button", { name: /^删除/ });
  await deletion.click();
  await button(page, "取消").click();
  expect(await countBest(question)).toBe(1);
  await deletion.click();
  await button(page, "确定删除").click();
  await expect(row).toHaveCount(0);
  expect(await countBest(question)).toBe(0);
});

test("a recommendation is made and deleted by keys alone", async ({ browser }) => {
  const word = `渡轮${freshWord().slice(4)}`;
  const papers = ["甲", "乙"].map((name) => makeDocument(`${word}${name}`));
  await bringIn(papers, TARGET);
  const page = await signIn(browser, "site-admin", SITE);
  const title = papers[1]?.title ?? "";
  await recommend(page, byKeys, { question: word, titles: [title] });
  expect(await firstHit(searchOf(origin, word))).toContain(`推荐${title}`);
  const row = page.getByRole("row", { name: new RegExp(word) });
  await byKeys.press(row.getByRole("button", { name: /^删除/ }));
  await byKeys.press(button(page, "确定删除"));
  await expect(row).toHaveCount(0);
  expect(await countBest(searchOf(origin, word))).toBe(0);
});

test("a recommendation is changed: order, spellings, days; and what cannot be saved says what to do", async ({
  browser,
}) => {
  const word = `码头${freshWord().slice(4)}`;
  const papers = ["甲", "乙"].map((name) => makeDocument(`${word}${name}`));
  const [url = ""] = await bringIn(papers, TARGET);
  const page = await signIn(browser, "site-admin", SITE);
  const titles = papers.map(({ title }) => title);
  await recommend(page, byMouse, { question: word, titles: titles.toReversed() });
  const first = () => firstHit(searchOf(origin, word));
  expect(await first()).toContain(titles[1]);
  const open = async () => {
    await page.goto(`${deskOrigin()}/admin/search/best-bets?words=${encodeURIComponent(word)}`);
    await page.getByRole("link", { name: /^修改/ }).click();
  };
  await open();
  await button(page, `前移“${titles[0]}”`).click();
  await page.getByLabel(/^从哪天开始/).fill("2026-03-02");
  await page.getByLabel(/^到哪天为止/).fill("2026-03-01");
  await button(page, "保存").click();
  await expect(page.getByText("结束的日期在开始之前，请改过来")).toBeVisible();
  await page.getByLabel(/^到哪天为止/).fill("2999-03-01");
  await button(page, "保存").click();
  await expect(page.getByText("2026-03-02 至 2999-03-01")).toBeVisible();
  expect(await first()).toContain(titles[0]);
  await open();
  await button(page, `移除“${titles[0]}”`).click();
  await button(page, `移除“${titles[1]}”`).click();
  await button(page, "保存").click();
  await expect(page.getByText("请先选至少一篇内容")).toBeVisible();
  await page.getByLabel("找要推荐的内容").fill(url);
  await page.getByLabel("找要推荐的内容").press("Enter");
  await button(page, `加入“${titles[0]}”`).click();
  await page.getByLabel(/^到哪天为止/).fill("2026-03-02");
  await button(page, "保存").click();
  await expect(page.getByText("已过期")).toBeVisible();
  expect(await countBest(searchOf(origin, word))).toBe(0);
  await page.goto(`${deskOrigin()}/admin/search/best-bets/new`);
  await page.getByLabel(/^读者搜什么/).fill(`请问${word}`);
  await choose(page, byMouse, titles[0] ?? "");
  await page.getByLabel(/^到哪天为止/).fill("2026-03-02");
  await page.getByLabel(/^为什么推荐/).fill("读者常问");
  await button(page, "保存").click();
  await expect(page.getByText(/已经有推荐用了其中一个说法/)).toBeVisible();
});

test("other names: tried, added, changed, taken away; searched at once", async ({ browser }) => {
  const [word, official] = [freshWord(), freshWord()];
  const paper = makeDocument(`${official}办理指南`);
  await bringIn([paper], TARGET);
  const page = await signIn(browser, "super-admin", "platform");
  await page.goto(`${deskOrigin()}/admin/search/words`);
  await page.getByLabel("俗称（老百姓的说法）").fill(word);
  await page.getByLabel(/^正式名称/).fill(official);
  await button(page, "试一试").click();
  const trial = page.getByRole("region", { name: `搜“${word}”会找到什么` });
  await expect(trial).toContainText("什么也找不到");
  await expect(trial).toContainText(paper.title);
  const asked = searchOf(origin, word);
  expect(await firstHit(asked)).toBe("");
  await button(page, "添加").click();
  await expect(page.getByText(`已保存“${word}”。`)).toBeVisible();
  expect(await firstHit(asked)).toContain(paper.title);
  await page.getByLabel("俗称（老百姓的说法）").fill(word);
  await page.getByLabel(/^正式名称/).fill(official);
  await button(page, "添加").click();
  await expect(page.getByText("这个词已经有了，请在列表里修改它")).toBeVisible();
  await page.getByLabel("找哪个词").fill(word);
  await button(page, "查找").click();
  await button(page, `修改“${word}”`).click();
  await expect(page.getByLabel("俗称（老百姓的说法）")).toBeFocused();
  await page.getByLabel(/^正式名称/).fill("别的名称，又一个");
  await button(page, "保存").click();
  await expect(page.getByRole("row", { name: new RegExp(word) })).toContainText("别的名称，又一个");
  expect(await firstHit(asked)).not.toContain(paper.title);
  await button(page, `删除“${word}”`).click();
  await button(page, "确定删除").click();
  await expect(page.getByText(`已删除“${word}”。`)).toBeVisible();
  await expect(page.getByText("没有找到。请换一个词，或点“全部”。")).toBeVisible();
});

test("files of words: a wrong line is named and nothing is lost; a right one comes in and goes out again", async ({
  browser,
}) => {
  const word = freshWord();
  const page = await signIn(browser, "super-admin", "platform");
  await page.goto(`${deskOrigin()}/admin/search/words`);
  const file = (text: string | Buffer) => ({
    name: "词表.txt",
    mimeType: "text/plain",
    buffer: Buffer.from(text),
  });
  const upload = async (text: string | Buffer) => {
    await page.getByLabel(/^选一个文本文件/).setInputFiles(file(text));
    await button(page, "上传").click();
  };
  await upload(`${word}\t居民身份证\n写错的一行\n`);
  await expect(page.getByText(/第 2 行“写错的一行”/)).toBeVisible();
  await page.goto(`${deskOrigin()}/admin/search/words?words=${word}`);
  await expect(page.getByText("没有找到。请换一个词，或点“全部”。")).toBeVisible();
  await upload(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 8, 8]));
  await expect(page.getByText(/这不是文本文件/)).toBeVisible();
  // 居民身份证 in GB18030, as Windows programs write it.
  const gb = Buffer.concat([Buffer.from(`${word}\t`), Buffer.from("bed3c3f1c9edb7ddd6a4", "hex")]);
  await upload(gb);
  await expect(page.getByText("已经存好，共 1 个。")).toBeVisible();
  await expect(page.getByRole("row", { name: new RegExp(word) })).toContainText("居民身份证");
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "全部下载" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("同义词.txt");
  expect(readFileSync(await download.path(), "utf8")).toContain(`${word}\t居民身份证\n`);
});

test("a protected word is added, refused twice, and taken away", async ({ browser }) => {
  const word = `保${freshWord().slice(4)}`;
  const page = await signIn(browser, "super-admin", "platform");
  await page.goto(`${deskOrigin()}/admin`);
  await page.getByRole("link", { name: "搜索", exact: true }).click();
  await page.getByRole("link", { name: "保护词", exact: true }).click();
  const add = async () => {
    await page.getByRole("textbox", { name: "保护词", exact: true }).fill(word);
    await button(page, "添加").click();
  };
  await add();
  await expect(page.getByText(`已保存“${word}”。`)).toBeVisible();
  await add();
  await expect(page.getByText("这个词已经是保护词")).toBeVisible();
  await page.goto(`${deskOrigin()}/admin/search/words/protected?words=${encodeURIComponent(word)}`);
  await button(page, `删除“${word}”`).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("row", { name: new RegExp(word) })).toBeVisible();
  await button(page, `删除“${word}”`).click();
  await button(page, "确定删除").click();
  await expect(page.getByRole("row", { name: new RegExp(word) })).toHaveCount(0);
});

test("kinds of results are shown in the site's order and words, and as usual again", async ({
  browser,
}) => {
  const page = await signIn(browser, "site-admin", "yunzhou");
  const { origin: at } = siteOf("yunzhou");
  const names = async () => {
    const body = await answered(searchOf(at, "通知"));
    const tabs = /data-el="search-classes"[\s\S]*?<\/nav>/.exec(body)?.[0];
    expect(tabs, textOf(body)).toBeDefined();
    return [...(tabs ?? "").matchAll(/<a[^>]*>([^<（]+)/g)].map(([, name = ""]) => name);
  };
  const usual = await names();
  expect(usual.length).toBeGreaterThan(2);
  const [, first = "", second = ""] = usual;
  await page.goto(`${deskOrigin()}/admin/search/classes`);
  await expect(page.getByText("现在用的是通常的分类。")).toBeVisible();
  for (let places = 0; places < 9; places += 1) {
    const up = button(page, `前移“${second}”`);
    if (await up.isEnabled()) await up.click();
  }
  await page.getByLabel(`“${second}”的显示名称`).fill("自定义名");
  await page.getByLabel(`显示“${first}”`).uncheck();
  await button(page, "保存").click();
  await expect(page.getByText("已保存。")).toBeVisible();
  const own = await names();
  expect([own[1], own.includes(first), own.length]).toEqual(["自定义名", false, usual.length - 1]);
  await page.reload();
  await button(page, "恢复通常的分类").click();
  await button(page, "确定恢复").click();
  await expect(page.getByText("现在用的是通常的分类。")).toBeVisible();
  expect(await names()).toEqual(usual);
});

test("addresses that were tampered with show a screen, never an error", async ({ browser }) => {
  const page = await signIn(browser, "super-admin", "platform");
  for (const path of [
    "best-bets?words=%00&before=0",
    "best-bets?before=x&before=y&words=a&words=b",
    "best-bets/0",
    "best-bets/999999999999999",
    "best-bets/99999999999999999999",
    "best-bets/x",
    "words?words=%25_%27&after=%00",
    `words?words=${"长".repeat(200)}&after=a&after=b`,
    "words/protected?after=%ff",
  ]) {
    const answer = await page.goto(`${deskOrigin()}/admin/search/${path}`);
    expect([path, answer?.status()]).toEqual([path, 200]);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
});
