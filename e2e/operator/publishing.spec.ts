import { expect, test } from "@playwright/test";
import { cli, order } from "#e2e/support/cli.ts";
import type { TestSite } from "#e2e/support/documents.ts";
import { bringIn, makeDocument, openTestSite } from "#e2e/support/documents.ts";
import type { Answer } from "#e2e/support/http.ts";
import { ask } from "#e2e/support/http.ts";
import { siteOf } from "#e2e/support/product.ts";
import { careOf } from "#e2e/support/site-pages.ts";

test.describe.configure({ mode: "serial", timeout: 120_000 });

const COLUMN = "zwdt/tzgg";
const VISIBLE_MS = 1_000;

let site: TestSite;
const document = makeDocument("关于冬季供暖服务的通告");
let article = "";

/** Places that show a document: its page, the list and the home page, in both forms. */
const placesOf = (url: string) => [
  { name: "article", url, text: document.title },
  { name: "care article", url: careOf(url), text: document.title },
  { name: "list", url: `${site.origin}/${COLUMN}`, text: document.title },
  { name: "care list", url: `${site.origin}/care/${COLUMN}`, text: document.title },
  { name: "home", url: `${site.origin}/`, text: document.title },
  { name: "care home", url: `${site.origin}/care`, text: document.title },
];

/** Asks every 50 ms until the answer is as wanted; the milliseconds go into the report. */
async function expectSoon(
  name: string,
  since: number,
  url: string,
  isThere: (answer: Answer) => boolean,
): Promise<void> {
  await expect
    .poll(async () => isThere(await ask(url)), { timeout: 5_000, intervals: [50], message: name })
    .toBe(true);
  const milliseconds = Math.round(performance.now() - since);
  test.info().annotations.push({ type: `${name} after`, description: `${milliseconds} ms` });
  expect(milliseconds, `${name} within a second`).toBeLessThanOrEqual(VISIBLE_MS);
}

const shows =
  (text: string) =>
  ({ status, body }: Answer) =>
    status === 200 && body.includes(text);

test.beforeAll(async () => {
  site = await openTestSite("发布测试网站");
});

test("an imported draft is nowhere to be seen", async () => {
  const before = await Promise.all(placesOf(`${site.origin}/nothing`).map(({ url }) => ask(url)));
  expect(before.map(({ status }) => status)).toEqual([404, 404, 200, 200, 200, 200]);
  expect(await bringIn([document], { site: site.code, column: COLUMN, as: "draft" })).toEqual([""]);
  const after = await Promise.all(placesOf(`${site.origin}/nothing`).map(({ url }) => ask(url)));
  for (const { body } of after) expect(body.includes(document.title)).toBe(false);
});

test("published, it stands on its page, the list and the home page, standard and care, within a second", async () => {
  const told = await order("publish", document.id);
  const since = performance.now();
  article = told.trim().split("\n")[0] ?? "";
  expect(article).toMatch(new RegExp(`^${site.origin}/${COLUMN}/\\d{6}/\\d+\\.html$`));
  await Promise.all(
    placesOf(article).map(({ name, url, text }) => expectSoon(name, since, url, shows(text))),
  );
});

test("a reader finds it in the browser from the home page", async ({ page }) => {
  await page.goto(`${site.origin}/`);
  await page.getByRole("link", { name: document.title }).first().click();
  await expect(page).toHaveURL(article);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(document.title);
  await expect(page.locator("[data-el=meta]")).toContainText("2026-11-20 09:30");
  await expect(page.locator("[data-el=meta]")).toContainText(document.source);
});

test("withdrawn, its page says so with 410 in both forms, and no list holds it, within a second", async ({
  page,
}) => {
  await order("withdraw", document.id, "--reason", "内容有误，重新核对");
  const since = performance.now();
  await Promise.all(
    placesOf(article).map(({ name, url, text }) =>
      expectSoon(`${name} gone`, since, url, ({ status, body }) =>
        name.includes("article")
          ? status === 410 && !body.includes(text)
          : status === 200 && !body.includes(text),
      ),
    ),
  );
  for (const url of [article, careOf(article)]) {
    const answer = await page.goto(url);
    expect(answer?.status()).toBe(410);
    await expect(page.getByRole("heading", { name: "这个页面已经撤下" })).toBeVisible();
    await expect(page.getByText("内容有误")).toHaveCount(0);
    await expect(page.locator("main").getByRole("link", { name: "返回首页" })).toBeVisible();
  }
});

test("published again, it is back at its old address within a second", async () => {
  const told = await order("publish", document.id);
  const since = performance.now();
  expect(told.trim().split("\n")).toEqual([article]);
  await Promise.all(
    placesOf(article).map(({ name, url, text }) =>
      expectSoon(`${name} again`, since, url, shows(text)),
    ),
  );
});

test("a new site shows its first page within two seconds of opening, without a restart", async ({
  page,
}) => {
  const opened = await openTestSite(
    "新开通的网站",
    "--sponsor",
    "新设单位",
    "--phone",
    "0889-1234567",
  );
  const since = performance.now();
  await expect
    .poll(async () => (await ask(`${opened.origin}/`)).status, { timeout: 5_000, intervals: [50] })
    .toBe(200);
  const milliseconds = Math.round(performance.now() - since);
  test.info().annotations.push({ type: "first page after", description: `${milliseconds} ms` });
  expect(milliseconds).toBeLessThanOrEqual(2_000);
  await page.goto(`${opened.origin}/`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(opened.name);
  await expect(page.locator("[data-el='foot.code']")).toContainText(opened.idCode);
  await expect(page.locator("[data-el='foot.sponsor']")).toContainText("新设单位");
});

test("suspended, a site answers 503 with a time to come back; online again, its pages", async ({
  page,
}) => {
  const paths = ["/", "/care", `/${COLUMN}`, "/no-such-page"];
  await order(
    ...["site", "state", "--code", site.code, "--state", "suspended"],
    ...["--notice", "机房检修，暂停服务", "--until", "2026-12-01T08:00:00+08:00"],
  );
  const since = performance.now();
  for (const path of paths) {
    const { origin } = site;
    await expectSoon(
      `${path} suspended`,
      since,
      `${origin}${path}`,
      ({ status }) => status === 503,
    );
  }
  const { headers } = await ask(`${site.origin}/`);
  expect(Number(headers["retry-after"])).toBeGreaterThan(0);
  await page.goto(`${site.origin}/`);
  await expect(page.getByText("机房检修，暂停服务")).toBeVisible();
  await expect(page.getByText("2026-12-01 08:00")).toBeVisible();
  await expect(page.getByText(`网站标识码：${site.idCode}`)).toBeVisible();

  await order("site", "state", "--code", site.code, "--state", "online");
  const back = performance.now();
  await expectSoon("online again", back, `${site.origin}/`, shows(document.title));
  expect((await ask(article)).status).toBe(200);
});

test("closed, a site answers 410 and says where to go", async ({ page }) => {
  const closed = await openTestSite("将要关停的网站");
  const { origin } = siteOf("yunchuan");
  expect((await ask(`${closed.origin}/`)).status).toBe(200);
  await order(
    ...["site", "state", "--code", closed.code, "--state", "closed"],
    ...["--notice", "本网站已并入云川省人民政府网站。", "--successor", origin],
  );
  const since = performance.now();
  for (const path of ["/", `/${COLUMN}`])
    await expectSoon(
      `${path} closed`,
      since,
      `${closed.origin}${path}`,
      ({ status }) => status === 410,
    );
  await page.goto(`${closed.origin}/`);
  await expect(page.getByText("本网站已并入")).toBeVisible();
  await expect(page.locator(`a[href^="${origin}"]`)).toBeVisible();
  await expect(page.getByText(`网站标识码：${closed.idCode}`)).toBeVisible();
});

test("moved, a site leads to the same path at its new home", async () => {
  const moved = await openTestSite("迁移的网站");
  const { origin } = siteOf("yunchuan");
  await order("site", "state", "--code", moved.code, "--state", "moved", "--successor", origin);
  const since = performance.now();
  const isMoved = ({ status, headers }: Answer) =>
    status === 301 && headers.location === `${origin}/${COLUMN}`;
  await expectSoon("moved", since, `${moved.origin}/${COLUMN}`, isMoved);
});

/** Calls that cannot be carried out, and a word of the answer that tells why. */
const BAD_CALLS: [args: string[], word: string][] = [
  [[], "no command given"],
  [["publsh", "1"], "no such command"],
  [["publish"], "the id is missing"],
  [["publish", "no-such-document"], "no such resource"],
  [["publish", "1", "--as", "published"], "--as"],
  [["withdraw", "no-such-document", "--reason", "不存在"], "no such resource"],
  [["withdraw", document.id], "--reason"],
  [["withdraw", document.id, "--reason", "错"], "--reason"],
  [["columns"], "--site"],
  [["columns", "--site", "nowhere"], "no such site"],
  [["import", "--site", "yunchuan", "--column", COLUMN], "--file"],
  [["import", "--file", "/no/such/file", "--site", "yunchuan", "--column", COLUMN], "no such file"],
  [
    ["import", "--file", "package.json", "--site", "yunchuan", "--column", "no/such"],
    "has no column",
  ],
  [
    ["import", "--file", "package.json", "--site", "yunchuan", "--column", COLUMN, "--limit", "-3"],
    "--limit",
  ],
  [
    ["import", "--file", "package.json", "--site", "yunchuan", "--column", COLUMN, "--as", "gone"],
    "--as",
  ],
  [["import", "--file", "package.json", "--site", "yunchuan", "--column", COLUMN], "not JSON"],
  [["site", "open", "--template", "portal", "--code", "Ä", "--host", "x.localhost"], "--code"],
  [
    ["site", "open", "--template", "none", "--code", "nothing", "--host", "nothing.localhost"],
    "template-unknown",
  ],
  [
    ["site", "open", "--template", "portal", "--code", "thief", "--host", "www.yunchuan.localhost"],
    "host-taken",
  ],
  [
    [
      "site",
      "open",
      "--template",
      "portal",
      "--code",
      "orphan",
      "--host",
      "o.localhost",
      "--parent",
      "nobody",
    ],
    "no such parent site",
  ],
  [["site", "state", "--code", "nowhere", "--state", "online"], "no such site"],
  [["site", "state", "--code", "yunchuan", "--state", "asleep"], "--state"],
  [["site", "state", "--code", "yunchuan", "--state", "moved"], "successor"],
];

async function expectRefused([args, word]: (typeof BAD_CALLS)[number]): Promise<void> {
  const { code, err, out } = await cli(...args);
  const call = args.join(" ");
  expect(code, call).toBeGreaterThan(0);
  expect(err, call).toContain(word);
  expect(`${err}${out}`, call).not.toMatch(/\n\s+at .*:\d+:\d+|node:internal|ERR_|undefined/);
}

/** Sites that the register had before: other tests open theirs meanwhile. */
const demoSites = async (): Promise<string[]> =>
  (await order("sites")).split("\n").filter((line) => !line.startsWith("e2e-"));

test("a bad call ends with a code, one clear sentence and no stack, and changes nothing", async () => {
  const before = await demoSites();
  const waiting = [...BAD_CALLS];
  const callOneByOne = async () => {
    for (let call = waiting.shift(); call; call = waiting.shift()) await expectRefused(call);
  };
  await Promise.all([callOneByOne(), callOneByOne(), callOneByOne()]);
  expect(await demoSites()).toEqual(before);
});
