/** What is asked is counted and never by person; what many ask is offered to others. */
import type { Browser, Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { axeViolations } from "#e2e/support/axe.ts";
import { order } from "#e2e/support/cli.ts";
import { withDatabase } from "#e2e/support/database.ts";
import type { Document, TestSite } from "#e2e/support/documents.ts";
import { bringIn, freshLetters, makeDocument, openTestSite } from "#e2e/support/documents.ts";
import { ask, textOf } from "#e2e/support/http.ts";
import { overflowing } from "#e2e/support/layout.ts";
import { siteOf } from "#e2e/support/product.ts";
import { careOf, searchOf } from "#e2e/support/site-pages.ts";
import { htmlErrors } from "#e2e/support/vnu.ts";

test.describe.configure({ mode: "serial", timeout: 240_000 });
test.use({ javaScriptEnabled: false });

const BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36";
const COLUMN = "zwdt/tzgg";
const word = `门诊${freshLetters()}`;
const papers: Document[] = Array.from({ length: 3 }, (_, at) =>
  makeDocument(`${word}报销通知第${at + 1}号`),
);
let site: TestSite;

/** A client of its own: an address, and what browsers call themselves. */
const client = (number: number, userAgent = BROWSER) => ({
  "x-forwarded-for": `198.51.100.${number}`,
  "user-agent": userAgent,
});
const askAs = (number: number, words: string, more = "", userAgent = BROWSER) =>
  ask(searchOf(site.origin, words, more), { headers: client(number, userAgent) });

async function browse(browser: Browser, number: number): Promise<Page> {
  const { "user-agent": userAgent, ...extraHTTPHeaders } = client(number);
  const context = await browser.newContext({
    javaScriptEnabled: false,
    userAgent,
    extraHTTPHeaders,
  });
  return await context.newPage();
}

/** Sums of some words, as far as they are written. */
const sumsOf = (text: string) =>
  withDatabase(async (sql) => {
    const [row] = await sql<Record<"asked" | "led" | "empty" | "clicked", number>[]>`
      select sum(asked)::int as asked, sum(led)::int as led, sum(empty)::int as empty, sum(clicked)::int as clicked
      from search_question q join site s on s.id = q.site_id where s.code = ${site.code} and text = ${text}`;
    return row ?? null;
  });

const channels = () =>
  withDatabase(async (sql) => {
    const rows = await sql<{ channel: string; asked: number; withheld: number }[]>`
      select channel, asked, withheld from search_day d join site s on s.id = d.site_id where s.code = ${site.code}`;
    return Object.fromEntries(rows.map(({ channel, ...sums }) => [channel, { ...sums }]));
  });

test.beforeAll(async () => {
  site = await openTestSite("提问统计测试网站");
  await bringIn(papers, { site: site.code, column: COLUMN, as: "published" });
});

test("questions are counted by client, robots and programs apart; a number of a person is never kept", async () => {
  for (let number = 1; number <= 11; number += 1) await askAs(number, word);
  for (let again = 0; again < 20; again += 1) await askAs(1, word, again % 2 ? "sort=time" : "");
  await askAs(12, word, "", "Mozilla/5.0 (compatible; Baiduspider/2.0)");
  await ask(`${site.origin}/api/v1/search?${new URLSearchParams({ q: word })}`, {
    headers: client(13),
  });
  for (const number of ["13800138000", "330106199001011234", "someone@example.cn"])
    await askAs(14, `${word} ${number}`);
  await askAs(15, `羴鱻麤龘${word}`);
  await expect
    .poll(() => channels(), { timeout: 30_000 })
    .toMatchObject({
      // The three with a number are one asking: nothing of them is kept by which to tell them apart.
      person: { asked: 13, withheld: 1 },
      robot: { asked: 1 },
      program: { asked: 1 },
    });
  expect(await sumsOf(word)).toEqual({ asked: 11, led: 0, empty: 0, clicked: 0 });
  expect(await sumsOf(`羴鱻麤龘${word}`)).toMatchObject({ asked: 1 });
  const kept = await withDatabase(
    (sql) => sql`select text from search_question where text ~ '138001|330106|@'`,
  );
  expect(kept).toEqual([]);
});

test("a result that is opened counts once, by plain links; pages opened elsewhere do not", async ({
  browser,
}) => {
  const page = await browse(browser, 2);
  for (let again = 0; again < 5; again += 1) {
    await page.goto(searchOf(site.origin, word));
    await page.locator("[data-el=hit] a").first().click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(word);
  }
  const address = page.url();
  await page.context().close();
  // One who never asked says that he comes from these results.
  const forged = { ...client(99), referer: searchOf(site.origin, word) };
  for (let again = 0; again < 5; again += 1) await ask(address, { headers: forged });
  await expect.poll(async () => (await sumsOf(word))?.clicked, { timeout: 30_000 }).toBe(1);
  const clicks = await withDatabase(
    (sql) => sql`select clicks from search_click where text = ${word}`,
  );
  expect(clicks.map((row) => row["clicks"])).toEqual([1]);
});

test("what enough people ask is a hot word, in every form; following it is not counted as a wish", async ({
  browser,
}) => {
  const start = `${site.origin}/search`;
  await order("search", "renew");
  const page = await browse(browser, 30);
  await page.goto(start);
  const list = page.getByRole("region", { name: "大家都在搜" });
  await expect(list.getByRole("link")).toHaveText([new RegExp(word)]);
  await list.getByRole("link").first().click();
  await expect(page.locator("[data-el=hit]")).toHaveCount(3);
  await expect
    .poll(async () => await sumsOf(word), { timeout: 30_000 })
    .toMatchObject({ asked: 12, led: 1 });
  const forms = [
    start,
    careOf(start),
    searchOf(site.origin, word),
    careOf(searchOf(site.origin, word)),
    searchOf(site.origin, "羴鱻麤龘"),
    careOf(searchOf(site.origin, "羴鱻麤龘")),
  ];
  const drawn: { name: string; html: string }[] = [];
  for (const url of forms) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(url);
    drawn.push({ name: url, html: (await ask(url)).body });
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await overflowing(page), url).toEqual([]);
  }
  expect(await htmlErrors(drawn)).toEqual([]);
  await page.context().close();
  // The care form shows them where nothing is asked yet, and where nothing was found.
  for (const at of [1, 4, 5]) expect(textOf(drawn[at]?.html ?? "")).toContain("大家都在搜");
});

test("what others asked in such words is related; what editors block or what is withdrawn is offered to nobody", async () => {
  const other = `${word}定点医院`;
  const list = makeDocument(`${other}名单`);
  await bringIn([list], { site: site.code, column: COLUMN, as: "published" });
  for (let number = 40; number < 44; number += 1) await askAs(number, other);
  await expect.poll(async () => (await sumsOf(other))?.asked, { timeout: 30_000 }).toBe(4);
  await order("search", "renew");
  const related = async () => {
    const { body } = await ask(searchOf(site.origin, word));
    const api = await ask(`${site.origin}/api/v1/search?${new URLSearchParams({ q: word })}`);
    const told = (JSON.parse(api.body) as { related: string[] }).related.includes(other);
    return [/aria-label="相关搜索"/.test(body), told];
  };
  expect(await related()).toEqual([true, true]);
  await order("search", "blocked", "--add", other);
  expect(await related()).toEqual([false, false]);
  await order("search", "blocked", "--remove", other);
  const hot = async () => textOf((await ask(`${site.origin}/search`)).body).includes(word);
  expect(await hot()).toBe(true);
  for (const { id } of [...papers, list]) await order("withdraw", id, "--reason", "端到端测试");
  await order("search", "renew");
  expect(await hot()).toBe(false);
});

test.describe("with script", () => {
  test.use({ javaScriptEnabled: true });
  test("nothing to complain of with hot and related words shown", async ({ page }) => {
    await withDatabase(async (sql) => {
      await sql`insert into search_popular (site_id, text, words, asked, place, neighbours)
        select id, ${word}, '{老年人}', 9, 1, '{}' from site where code in ('yunchuan', 'rst')
        on conflict (site_id, text) do nothing`;
    });
    const urls = ["yunchuan", "rst"].flatMap((code) =>
      ["", `?${new URLSearchParams({ q: "老年人", scope: "group" })}`].flatMap((query) => {
        const url = `${siteOf(code).origin}/search${query}`;
        return [url, careOf(url)];
      }),
    );
    for (const url of urls)
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        const answer = await page.goto(url);
        expect([url, answer?.status()]).toEqual([url, 200]);
        expect(await axeViolations(page, ["target-size"]), url).toEqual([]);
      }
  });
});
