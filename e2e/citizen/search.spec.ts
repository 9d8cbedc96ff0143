import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { axeViolations } from "#e2e/support/axe.ts";
import { order } from "#e2e/support/cli.ts";
import type { Document, TestSite } from "#e2e/support/documents.ts";
import { bringIn, freshWord, makeDocument, openTestSite } from "#e2e/support/documents.ts";
import { ask, linksOf, textOf } from "#e2e/support/http.ts";
import { overflowing } from "#e2e/support/layout.ts";
import { dataDir, siteOf } from "#e2e/support/product.ts";
import { careOf, searchOf } from "#e2e/support/site-pages.ts";
import { htmlErrors } from "#e2e/support/vnu.ts";
import { SEARCH_WORDS } from "#lib/routing/search.ts";

test.describe.configure({ timeout: 120_000 });

const COLUMN = "zwdt/tzgg";
/** A word of this run alone, so that no other document has it. */
const word = `云桥${freshWord().slice(4)}`;
const papers: Document[] = Array.from({ length: 23 }, (_, at) =>
  makeDocument(`关于${word}供暖的第${at + 1}号通知`, {
    date: `20${String(10 + (at % 3)).padStart(2, "0")}-03-20T09:30:00+08:00`,
  }),
);
const draft = makeDocument(`${word}还没有发布的草稿`);

let site: TestSite;
let addresses: string[] = [];

test.beforeAll(async () => {
  site = await openTestSite("搜索测试网站");
  addresses = await bringIn(papers, { site: site.code, column: COLUMN, as: "published" });
  await bringIn([draft], { site: site.code, column: COLUMN, as: "draft" });
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("asked in the header of the home page, narrowed, turned over, and passed on as an address", async ({
    page,
    browser,
  }) => {
    await page.goto(`${site.origin}/`);
    await page.getByLabel("搜什么").fill(word);
    await page.getByRole("button", { name: "搜索", exact: true }).click();
    await expect(page).toHaveTitle(new RegExp(`^${word} 的搜索结果（第 1 页，共 3 页）`));
    await expect(page.getByRole("status")).toContainText("找到 23 条结果");
    await expect(page.locator("[data-el=hit]")).toHaveCount(10);
    await expect(page.locator("[data-el=hit] mark").first()).toHaveText(word);
    await page.getByRole("link", { name: "下一页" }).click();
    await expect(page).toHaveURL(/page=2$/);
    await page.getByRole("link", { name: /^2011（/ }).click();
    await expect(page.getByRole("status")).toContainText("找到 8 条结果");
    await expect(page).toHaveURL(/from=2011-01-01&to=2011-12-31$/);
    const other = await browser.newPage();
    await other.goto(page.url());
    expect(await other.locator("[data-el=hit]").allTextContents()).toEqual(
      await page.locator("[data-el=hit]").allTextContents(),
    );
    await other.close();
    await page.locator("[data-el=hit] a").first().click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(word);
  });

  test("nothing found is said, with what to do and whom to call", async ({ page }) => {
    await page.goto(searchOf(site.origin, "羴鱻麤龘"));
    const help = page.locator("[data-el=search-empty]");
    await expect(help.getByRole("heading", { name: "没有找到相关内容" })).toBeVisible();
    await expect(help.locator("a[href^='tel:']")).toBeVisible();
    await page.getByRole("link", { name: "到全部网站里找" }).click();
    await expect(page).toHaveURL(/scope=group/);
    await page.goto(`${site.origin}/search`);
    await expect(page.getByText("请输入要找的内容")).toBeVisible();
  });

  test("the care form asks, finds and leads on in the care form, with its size and colours", async ({
    page,
  }) => {
    await page.goto(`${site.origin}/care?scheme=yb&size=2`);
    await page.getByLabel("搜什么").fill(word);
    await page.getByRole("button", { name: "搜索", exact: true }).click();
    await expect(page).toHaveURL(/\/care\/search\?.*q=/);
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toMatchObject({
      size: "2",
      scheme: "yb",
    });
    await expect(page.locator("html")).toHaveAttribute("data-scheme", "yb");
    await expect(page.locator("[data-el=hit]")).toHaveCount(10);
    const { body } = await ask(page.url());
    const leaves = linksOf(body, page.url()).filter(
      (url) => url.startsWith(site.origin) && !url.startsWith(`${site.origin}/care`),
    );
    expect(leaves.map((url) => new URL(url).pathname)).toEqual(["/search"]);
  });
});

test("published is found and withdrawn is gone with the next question; a draft is never found", async () => {
  const shows = async (title: string) =>
    (await ask(searchOf(site.origin, title))).body.includes(`>${title}<`);
  const texts = await Promise.all(
    [word, draft.title].map(async (words) =>
      textOf((await ask(searchOf(site.origin, words))).body),
    ),
  );
  for (const text of texts) expect(text.includes("还没有发布")).toBe(text.includes(draft.title));
  const { body } = await ask(searchOf(site.origin, draft.title));
  expect(
    linksOf(body, site.origin).every(
      (url) =>
        !/\.html$/.test(url) ||
        addresses.includes(url) ||
        /sitemap|accessibility|privacy/.test(url),
    ),
  ).toBe(true);
  const late = makeDocument(`迟来的公告${freshWord()}`);
  expect(await shows(late.title)).toBe(false);
  await bringIn([late], { site: site.code, column: COLUMN, as: "published" });
  const found = await ask(searchOf(site.origin, late.title));
  expect(found.body).toContain('data-el="hit"');
  expect(textOf(found.body)).toContain(late.title);
  await order("withdraw", late.id, "--reason", "端到端测试");
  expect((await ask(searchOf(site.origin, late.title, "literal=1"))).body).not.toContain(
    'data-el="hit"',
  );
});

test("what was made of the question is said, and the words as typed are one link away", async () => {
  const { origin } = siteOf("yunchuan");
  const traditional = await ask(searchOf(origin, "老年人優惠", "scope=group"));
  expect(traditional.body).toContain('data-el="hit"');
  const cut = await ask(searchOf(origin, "办".repeat(140)));
  expect(textOf(cut.body)).toContain("只搜了前");
  const wrong = await ask(searchOf(origin, "老年人", "from=yesterday&class=everything"));
  expect(wrong.status).toBe(200);
  expect(textOf(wrong.body)).toContain("没有采用");
});

test("other names and periods in a question are told, and the period is one link away", async () => {
  const { origin } = siteOf("yunchuan");
  const named = textOf((await ask(searchOf(origin, "五险一金怎么交"))).body);
  expect(named).toContain("“五险一金”也按“社会保险、住房公积金”找了");
  const { body } = await ask(searchOf(origin, "去年的通知"));
  expect(textOf(body)).toContain("您提到了“去年”，没有当作词语查找。");
  const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear() - 1;
  const link = /href="([^"]*)"[^>]*>只看 \d{4} 年发布的内容/.exec(body)?.[1] ?? "";
  expect(link).toContain(`from=${year}-01-01`);
  expect(link).toContain(`to=${year}-12-31`);
  expect(link).toContain(`q=${encodeURIComponent("通知")}`);
  const exact = await ask(searchOf(origin, "2024年5月1日 通知"));
  expect(textOf(exact.body)).toContain("只看 2024-05-01 发布的内容");
});

test("a document's number finds it, whole or in the field for it", async () => {
  const { origin } = siteOf("yunchuan");
  const all = await ask(searchOf(origin, "老年人", "scope=group&class=policy"));
  const number = /云\S{1,6}〔20\d\d〕\d+号/.exec(textOf(all.body))?.[0] ?? "";
  expect(number).not.toBe("");
  const spelled = number.replace("〔", "(").replace("〕", ")");
  for (const url of [
    searchOf(origin, spelled, "scope=group"),
    `${origin}/search?${new URLSearchParams({ number: spelled, scope: "group" })}`,
  ]) {
    const { body } = await ask(url);
    expect(textOf(/data-el="hit"[\s\S]*?<\/li>/.exec(body)?.[0] ?? ""), url).toContain(number);
  }
});

const HOSTILE = [
  "'",
  "' OR '1'='1",
  "'; DROP TABLE resource; --",
  "\\",
  "%' AND 1=0 UNION SELECT NULL,NULL--",
  "a:* & !b | (c <-> d)",
  "!!!",
  "((((((",
  ":*",
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "{{7*7}} #{7*7} <%= 7*7 %>",
  "\u202e\u200b\ufeff",
  "\u0000",
  "\u0001\u0008\u001f",
  "👨‍👩‍👧‍👦",
  "ﷺ".repeat(30),
  "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘",
  "undefined",
  "__proto__",
  "../../../etc/passwd",
  "@s1 @v0",
];

test("hostile questions get an answer, run nothing and leave no error in the database's log", async ({
  page,
}) => {
  const log = join(dataDir(), "logs/postgres.log");
  const errors = () => readFileSync(log, "utf8").match(/ (ERROR|FATAL|PANIC): /g)?.length ?? 0;
  const before = errors();
  const alerts: string[] = [];
  page.on("dialog", (dialog) => {
    alerts.push(dialog.message());
    void dialog.dismiss();
  });
  const pages: { name: string; html: string }[] = [];
  for (const [at, words] of HOSTILE.entries())
    for (const more of ["", `number=${encodeURIComponent(words)}&scope=group`]) {
      const url = searchOf(siteOf("yunchuan").origin, words, more);
      const { status, body } = await ask(url);
      expect(status, JSON.stringify(words)).toBe(200);
      pages.push({ name: `${at} ${more}`, html: body });
    }
  for (const words of HOSTILE.slice(9, 12)) {
    await page.goto(searchOf(siteOf("yunchuan").origin, words));
    await expect(page.locator("#q")).toHaveValue(words);
  }
  expect(alerts).toEqual([]);
  expect(await htmlErrors(pages)).toEqual([]);
  expect(errors()).toBe(before);
});

test("English and traditional pages ask and answer in their own words", async ({ page }) => {
  const { origin } = siteOf("yunchuan");
  await page.goto(`${origin}/en`);
  await page.locator("#q").fill("老年人");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Search");
  await expect(page.locator("[data-el=hit]").first()).toBeVisible();
  expect(await axeViolations(page, ["target-size"])).toEqual([]);
  await page.goto(`${origin}/zh-hant/search?${new URLSearchParams({ q: "養老" })}`);
  await expect(page.getByRole("button", { name: "搜索", exact: true })).toBeVisible();
  await expect(page.locator("[data-el=hit]").first()).toBeVisible();
});

test("both families and both forms hold the rules with the advanced fields open", async ({
  page,
}) => {
  for (const code of ["yunchuan", "rst"]) {
    const url = searchOf(siteOf(code).origin, "办理", "field=title");
    for (const address of [url, careOf(url)]) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(address);
      await expect(page.getByLabel("发文字号或索引号")).toBeVisible();
      expect(await axeViolations(page, ["target-size"]), address).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await overflowing(page), address).toEqual([]);
    }
  }
});

test("who asks like a robot is told to wait, in a page; others are answered all the while", async () => {
  const from = (address: string) => ({ headers: { "x-forwarded-for": address } });
  const url = searchOf(site.origin, "羴鱻麤龘", "literal=1");
  let refused = await ask(url, from("203.0.113.77"));
  for (let asked = 0; asked < 100 && refused.status === 200; asked += 1) {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => ask(url, from("203.0.113.77"))),
    );
    refused = answers.find(({ status }) => status !== 200) ?? refused;
  }
  expect(refused.status).toBe(429);
  expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
  expect(textOf(refused.body)).toContain("搜得太快了");
  expect((await ask(url, from("203.0.113.78"))).status).toBe(200);
  expect((await ask(`${site.origin}/`, from("203.0.113.77"))).status).toBe(200);
  expect(await htmlErrors([{ name: "busy", html: refused.body }])).toEqual([]);
});

test("while one types the box suggests: by keys, by hand, in pinyin; what is composed asks nothing yet", async ({
  page,
}) => {
  await page.goto(`${siteOf("yunchuan").origin}/`);
  const field = page.getByLabel("搜什么");
  const list = page.getByRole("listbox", { name: "可能要找" });
  await field.pressSequentially("老年");
  await expect(list.getByRole("option").first()).toContainText("老年");
  await expect(field).toHaveAttribute("aria-expanded", "true");
  expect(await axeViolations(page, ["target-size"])).toEqual([]);
  await field.press("ArrowDown");
  const first = (await list.getByRole("option").first().textContent()) ?? "";
  await expect(field).toHaveValue(first);
  await expect(list.getByRole("option", { selected: true })).toHaveText(first);
  await field.press("ArrowUp");
  await expect(field).toHaveValue("老年");
  await field.press("Escape");
  await expect(list).toBeHidden();
  await field.fill("bsfw");
  await expect(list.getByRole("option").first()).toHaveText("办事服务");
  await list.getByRole("option").first().click();
  await expect(page).toHaveURL(/\/search\?q=%E5%8A%9E%E4%BA%8B%E6%9C%8D%E5%8A%A1$/);
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/suggest")) asked.push(request.url());
  });
  await field.evaluate((input: HTMLInputElement) => {
    input.focus();
    input.dispatchEvent(new CompositionEvent("compositionstart"));
    input.value = "gong";
    input.dispatchEvent(new InputEvent("input", { isComposing: true }));
  });
  await field.evaluate((input: HTMLInputElement) => {
    input.value = "公积金";
    input.dispatchEvent(new CompositionEvent("compositionend"));
  });
  await expect.poll(() => asked.length).toBe(1);
  expect(decodeURIComponent(asked[0] ?? "")).toMatch(/q=公积金$/);
});

type Answered = {
  total: { count: number };
  hits: { title: string; url: string; class: string; publishedAt: string }[];
  asked: { ignored: string[] };
};

test("programs are answered what the page says, and the description names what they may ask", async () => {
  const api = (query: string) => ask(`${site.origin}/api/v1/search?${query}`);
  const { status, headers, body } = await api(
    `${new URLSearchParams({ q: word })}&page=3&sort=time`,
  );
  expect(status).toBe(200);
  expect(headers["content-type"]).toMatch(/^application\/json/);
  const answer = JSON.parse(body) as Answered;
  expect(answer.total.count).toBe(23);
  expect(answer.hits).toHaveLength(3);
  for (const { url, title } of answer.hits) {
    expect(addresses).toContain(url);
    expect(title).toContain(word);
  }
  const empty = JSON.parse((await api("class=nothing")).body) as Answered;
  expect(empty).toMatchObject({ total: { count: 0 }, hits: [], asked: { ignored: ["class"] } });
  const { paths } = JSON.parse((await ask(`${site.origin}/api/v1/openapi.json`)).body) as {
    paths: Record<string, { get: { parameters: { name: string }[] } }>;
  };
  const names = paths["/api/v1/search"]?.get.parameters.map(({ name }) => name);
  expect(names).toEqual([...SEARCH_WORDS]);
  for (const path of [
    "/care/api/v1/search?q=a",
    "/api/v1/nothing",
    "/api",
    "/answers/1/zh-CN/answer",
  ])
    expect((await ask(`${site.origin}${path}`)).status, path).toBe(404);
  expect((await ask(`${site.origin}/api/v1/search?q=a`, { method: "POST" })).status).toBe(405);
});

test("a withdrawn title is not suggested a moment longer", async () => {
  const late = makeDocument(`建议测试${freshWord()}`);
  const suggest = async () =>
    (
      await ask(
        `${site.origin}/api/v1/suggest?${new URLSearchParams({ q: late.title.slice(0, 8) })}`,
      )
    ).body.includes(late.title);
  await bringIn([late], { site: site.code, column: COLUMN, as: "published" });
  // The set of suggestions is read anew once a minute.
  await expect.poll(suggest, { timeout: 90_000, intervals: [3_000] }).toBe(true);
  await order("withdraw", late.id, "--reason", "端到端测试");
  expect(await suggest()).toBe(false);
});
