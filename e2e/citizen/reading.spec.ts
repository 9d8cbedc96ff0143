import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { makeWithdrawn, openTestSite } from "#e2e/support/documents.ts";
import { ask, linksOf, metaOf, textOf } from "#e2e/support/http.ts";
import { gatewayPort, originOf, running, siteOf } from "#e2e/support/product.ts";
import type { PageAddress } from "#e2e/support/site-pages.ts";
import { LONG_LIST, pageTypes, registry } from "#e2e/support/site-pages.ts";

// Many pages a test: a machine that does other things besides needs longer.
test.describe.configure({ timeout: 120_000 });

test.use({ javaScriptEnabled: false });

const FOOT = ["mark", "jiucuo", "code", "sponsor", "icp", "police", "sitemap"];
const SITE_TAGS = ["SiteName", "SiteDomain", "SiteIDCode"];
const COLUMN_TAGS = ["ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"];
const ARTICLE_TAGS = ["ArticleTitle", "PubDate", "ContentSource"];
const MOMENT = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/;

const codeOf = (siteCode: string): string =>
  registry().find(({ code }) => code === siteCode)?.idCode ?? "not in the register";

test("a citizen reads from the home page to a list, its second page and an article, and back by the crumbs", async ({
  page,
}) => {
  const { origin, name } = siteOf("yunchuan");
  await page.goto(`${origin}/`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);

  await page.getByRole("link", { name: "查法规规章" }).click();
  await expect(page).toHaveURL(`${origin}${LONG_LIST}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("法规规章");

  await page.getByRole("link", { name: "下一页" }).click();
  await expect(page).toHaveURL(`${origin}${LONG_LIST}/index_2.html`);
  await expect(page.getByText(/第 2 页，共 \d+ 页，\d+ 条/)).toBeVisible();

  const first = page.locator("#list li a").first();
  const title = ((await first.textContent()) ?? "").trim();
  await first.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);

  const crumbs = page.getByRole("navigation", { name: "当前位置" });
  await crumbs.getByRole("link", { name: "法规规章" }).click();
  await expect(page).toHaveURL(`${origin}${LONG_LIST}`);
  await crumbs.getByRole("link", { name: "首页" }).click();
  await expect(page).toHaveURL(`${origin}/`);
});

type Known = { name: string; idCode: string };

async function expectFrame(page: Page, { name, url }: PageAddress, site: Known): Promise<void> {
  await page.goto(url);
  const where = `${name} (${url})`;
  await expect(page.locator("[data-el=header]"), where).toContainText(site.name);
  await expect(page.locator("[data-el=official]"), where).toBeVisible();
  await expect(page.getByRole("navigation", { name: "主导航" }), where).toBeVisible();
  for (const item of FOOT)
    await expect(page.locator(`footer [data-el="foot.${item}"]`), where).toBeVisible();
  await expect(page.locator("[data-el='foot.code']"), where).toHaveText(
    `网站标识码：${site.idCode}`,
  );
}

test("every page type shows the header band, the navigation and the seven items of the foot", async ({
  page,
}) => {
  const province = { name: siteOf("yunchuan").name, idCode: codeOf("yunchuan") };
  for (const one of await pageTypes("yunchuan")) await expectFrame(page, one, province);
  const { site, url } = await makeWithdrawn();
  await expectFrame(page, { name: "withdrawn", url }, site);
});

test("the foot leads where the rules say: mark, error report, filings and site map", async () => {
  const { origin } = siteOf("yunchuan");
  const { body } = await ask(`${origin}/`);
  const foot = textOf(body.slice(body.indexOf("<footer")));
  const links = linksOf(body, origin);
  expect(foot).toMatch(/主办单位：\S+/);
  expect(foot).toMatch(/联系电话：\s*0\d{3}-\d{7,8}/);
  expect(foot).toMatch(/ICP备\d{8}号/);
  expect(foot).toMatch(/公网安备 ?\d{14}/);
  expect(links.some((href) => href.startsWith("https://bszs.conac.cn/"))).toBe(true);
  expect(links).toContain(
    `https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=${codeOf("yunchuan")}`,
  );
  expect(links).toContain("https://beian.miit.gov.cn/");
  expect(links).toContain(`${origin}/sitemap.html`);
});

/** The tags that the annex demands of a page, by its type. @rule GL-15.1–GL-15.3 */
const DEMANDED: Record<string, string[]> = {
  home: [...SITE_TAGS, "ColumnName", "ColumnType"],
  list: [...SITE_TAGS, ...COLUMN_TAGS],
  article: [...SITE_TAGS, ...COLUMN_TAGS, ...ARTICLE_TAGS],
  "article with a table": [...SITE_TAGS, ...COLUMN_TAGS, ...ARTICLE_TAGS],
};

test("the tags of the annex stand on home, list and article, each once, none empty, true to the register", async () => {
  for (const code of ["yunchuan", "qinglan", "luyu"]) {
    const { origin, host, name } = siteOf(code);
    const pages =
      code === "yunchuan"
        ? await pageTypes(code)
        : [
            { name: "home", url: `${origin}/` },
            { name: "list", url: `${origin}/zwdt/tzgg` },
          ];
    for (const one of pages.filter((page) => page.name in DEMANDED)) {
      const tags = metaOf((await ask(one.url)).body);
      const contentOf = (tag: string) =>
        tags.filter((meta) => meta.name === tag).map((m) => m.content);
      for (const tag of DEMANDED[one.name] ?? []) {
        expect(contentOf(tag), `${tag} of ${one.url}`).toHaveLength(1);
        expect(contentOf(tag)[0]?.trim(), `${tag} of ${one.url}`).not.toBe("");
      }
      expect(contentOf("SiteIDCode")).toEqual([codeOf(code)]);
      expect(contentOf("SiteDomain")).toEqual([host]);
      expect(contentOf("SiteName")).toEqual([name]);
    }
  }
});

test("an article says when and from whom, and its tags say the same", async ({ page }) => {
  const articles = (await pageTypes("yunchuan")).filter(({ name }) => name.startsWith("article"));
  for (const { url } of articles) {
    await page.goto(url);
    const meta = (await page.locator("[data-el=meta]").textContent()) ?? "";
    const time = /发布时间：\s*(\S+ \d\d:\d\d)/.exec(meta)?.[1] ?? "";
    const source = /来源：\s*(\S+)/.exec(meta)?.[1] ?? "";
    const tag = (name: string) => page.locator(`meta[name="${name}"]`).getAttribute("content");
    expect(time).toMatch(MOMENT);
    expect(source).not.toBe("");
    expect(await tag("PubDate")).toBe(time);
    expect(await tag("ContentSource")).toBe(source);
    expect(await tag("ArticleTitle")).toBe(
      await page.getByRole("heading", { level: 1 }).textContent(),
    );
    await expect(page.locator("[data-el=share]")).toBeVisible();
  }
});

test("an address that leads nowhere answers 404 and shows ways on", async ({ page }) => {
  const { origin } = siteOf("yunchuan");
  for (const path of ["/no-such-page", "/zwdt/202601/999999.html", "/care/no-such-page"]) {
    const answer = await page.goto(`${origin}${path}`);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("没有找到这个页面");
    const ways = page.locator("main");
    for (const name of ["返回首页", "网站地图"])
      await expect(ways.getByRole("link", { name })).toBeVisible();
    for (const link of await ways.getByRole("link").all()) {
      const href = (await link.getAttribute("href")) ?? "";
      if (href.startsWith("/")) expect((await ask(`${origin}${href}`)).status, href).toBe(200);
    }
  }
});

test("a host is read apart from the path, even of a page that is at hand", async () => {
  const { origin } = siteOf("yunchuan");
  const { host } = new URL(origin);
  for (let times = 0; times < 3; times += 1)
    expect((await ask(`${origin}/zwdt/yw`)).status).toBe(200);
  for (const path of ["/yw", "/zwdt/yw"]) {
    const { status, body } = await ask(`${origin}${path}`, { headers: { host: `${host}/zwdt` } });
    expect([status, body]).toEqual([421, "unknown host\n"]);
  }
});

test("what means something to Next alone is not there for citizens", async () => {
  const { origin } = siteOf("yunchuan");
  for (const path of ["/healthz", "/_next/data/x/index.json", "/zwdt/yw.rsc"])
    expect((await ask(`${origin}${path}`)).status, path).toBe(404);
});

test("an unknown host gets 421 and nothing of any site", async () => {
  for (const host of ["www.nowhere.localhost", "evil.example", "yunchuan.localhost.evil.example"]) {
    const { status, body } = await ask(`http://${host}:${gatewayPort()}/`);
    expect(status, host).toBe(421);
    expect(body).not.toContain("人民政府");
  }
});

test("another name of a site leads to the first one and keeps the path", async () => {
  const site = registry().find(({ code }) => code === "yunchuan");
  const [primary = "", alias = ""] = site?.hosts ?? [];
  const { status, headers } = await ask(`${originOf(alias)}/zwdt/tzgg`);
  expect(status).toBe(301);
  expect(headers.location).toBe(`${originOf(primary)}/zwdt/tzgg`);
});

test("another spelling of an address leads to the one address", async () => {
  const { origin } = siteOf("yunchuan");
  for (const path of ["/zwdt/tzgg/", "/zwdt/tzgg/index.html", "/care/zwdt/tzgg/"]) {
    const { status, headers } = await ask(`${origin}${path}`);
    expect(status, path).toBe(301);
    const target = path.startsWith("/care") ? "/care/zwdt/tzgg" : "/zwdt/tzgg";
    expect(new URL(headers.location ?? "", origin).href, path).toBe(`${origin}${target}`);
  }
});

test("the same path on two hosts shows two sites", async () => {
  const [one, other] = [siteOf("yunchuan"), siteOf("qinglan")];
  for (const path of ["/", "/zwdt/tzgg", "/sitemap.html", "/care", "/no-such-page"]) {
    const [mine, theirs] = await Promise.all([
      ask(`${one.origin}${path}`),
      ask(`${other.origin}${path}`),
    ]);
    expect(mine.body, path).toContain(`content="${codeOf("yunchuan")}"`);
    expect(theirs.body, path).toContain(`content="${codeOf("qinglan")}"`);
    expect(mine.body, path).not.toContain(codeOf("qinglan"));
    expect(theirs.body, path).not.toContain(codeOf("yunchuan"));
  }
});

test("a site just opened has its own pages, and none of another one's", async () => {
  const site = await openTestSite("端到端测试网站");
  const { status, body } = await ask(`${site.origin}/`);
  expect(status).toBe(200);
  expect(body).toContain(site.idCode);
  for (const { name } of running().sites) expect(body).not.toContain(`<h1>${name}`);
});
