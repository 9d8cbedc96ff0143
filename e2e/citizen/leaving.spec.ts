import { expect, test } from "@playwright/test";
import { axeViolations } from "#e2e/support/axe.ts";
import { bringIn, makeDocument } from "#e2e/support/documents.ts";
import { ask, unescapeHtml } from "#e2e/support/http.ts";
import { overflowing } from "#e2e/support/layout.ts";
import { siteOf } from "#e2e/support/product.ts";
import { htmlErrors } from "#e2e/support/vnu.ts";

const OUTSIDE = "https://www.example.com/a/路?x=1&y=2";
const SITES = ["yunchuan", "rst"];

type Prepared = { article: string; care: string; sister: string };

/** An article that links outside, to the government and to a site of the group. */
async function prepare(code: string): Promise<Prepared> {
  const sister = `${siteOf("jyt").origin}/sitemap.html`;
  const document = makeDocument("一条带有外部链接的通知", {
    body_html: `<p>请看<a href="${OUTSIDE}">外部网站</a>、<a href="https://www.gov.cn/zhengce/">中国政府网</a>、<a href="${sister}">教育厅</a>和<a href="/sitemap.html">网站地图</a>。</p>`,
  });
  const column = code === "rst" ? "tzgg" : "zwdt/tzgg";
  const [article = ""] = await bringIn([document], { site: code, column, as: "published" });
  const { origin } = siteOf(code);
  return { article, care: article.replace(origin, `${origin}/care`), sister };
}

const goLink = (body: string): string =>
  unescapeHtml(/href="(\/(?:care\/)?go\?[^"]*)"/.exec(body)?.[1] ?? "");

for (const code of SITES) {
  test(`${code}: a link outside leads to a page that says so, without script, and nowhere by itself`, async ({
    browser,
  }) => {
    const { article, sister } = await prepare(code);
    const { origin } = siteOf(code);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(article);
    const body = page.locator(".rich");
    await expect(body.getByRole("link", { name: "中国政府网" })).toHaveAttribute(
      "href",
      "https://www.gov.cn/zhengce/",
    );
    await expect(body.getByRole("link", { name: "教育厅" })).toHaveAttribute("href", sister);
    await expect(body.getByRole("link", { name: "网站地图" })).toHaveAttribute(
      "href",
      "/sitemap.html",
    );
    await body.getByRole("link", { name: "外部网站" }).click();
    await expect(page).toHaveURL(new RegExp(`^${origin}/go\\?u=`));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("您将离开本站");
    await expect(page.locator("main")).toContainText("www.example.com");
    const onward = page.locator('[data-el="leave.on"]');
    expect(new URL((await onward.getAttribute("href")) ?? "").href).toBe(new URL(OUTSIDE).href);
    await expect(onward).toHaveAttribute("rel", /noopener/);
    await expect(page.locator('[data-el="leave.back"]')).toHaveAttribute("href", "/");
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", "noindex");
    await expect(page.locator('meta[http-equiv="refresh"]')).toHaveCount(0);
    await context.close();
  });

  test(`${code}: the page is valid, accessible, fits a phone, and care stays care`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const { article, care } = await prepare(code);
    const { origin } = siteOf(code);
    const urls = [
      `${origin}${goLink((await ask(article)).body)}`,
      `${origin}${goLink((await ask(care)).body)}`,
      ...[
        "/accessibility.html",
        "/privacy.html",
        "/care/accessibility.html",
        "/care/privacy.html",
      ].map((path) => `${origin}${path}`),
    ];
    expect(urls[1]).toContain("/care/go?");
    for (const url of urls) {
      await page.setViewportSize({ width: 320, height: 640 });
      const answer = await page.goto(url);
      expect(answer?.status(), url).toBe(200);
      expect(await overflowing(page), url).toEqual([]);
      const isCare = url.includes("/care/");
      const found = isCare
        ? await axeViolations(page, ["target-size", "color-contrast-enhanced"])
        : await axeViolations(page, ["target-size"]);
      expect(found, url).toEqual([]);
      const local = await page
        .locator('a[href^="/"]:not([data-el=care])')
        .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
      if (isCare)
        expect(
          local.filter((href) => !/^\/(zh-hant\/|en\/)?care/.test(href)),
          url,
        ).toEqual([]);
    }
    const drawn = await Promise.all(
      urls.map(async (url) => ({ name: url, html: (await ask(url)).body })),
    );
    expect(await htmlErrors(drawn)).toEqual([]);
  });
}

test("an address that is not signed, or altered in any way, leads nowhere", async () => {
  const { article } = await prepare("yunchuan");
  const { origin } = siteOf("yunchuan");
  const signed = goLink((await ask(article)).body);
  expect((await ask(`${origin}${signed}`)).status).toBe(200);
  const query = new URLSearchParams(signed.split("?")[1]);
  const altered = {
    "another host": { u: "https://evil.example/", s: query.get("s") ?? "" },
    "another path": { u: `${query.get("u")}x`, s: query.get("s") ?? "" },
    "another signature": { u: query.get("u") ?? "", s: "A".repeat(22) },
    "no signature": { u: query.get("u") ?? "" },
    "a script": { u: "javascript:alert(1)", s: query.get("s") ?? "" },
    nothing: {},
  };
  for (const [name, words] of Object.entries(altered)) {
    for (const path of ["/go", "/care/go"]) {
      const { status, body } = await ask(
        `${origin}${path}?${new URLSearchParams(words as Record<string, string>)}`,
      );
      expect(status, `${name} ${path}`).toBe(400);
      expect(body).not.toContain("evil.example");
    }
  }
});

test("the statements are named in every foot and say whom to ask", async ({ page }) => {
  for (const code of SITES) {
    const { origin } = siteOf(code);
    for (const path of ["/", "/sitemap.html", "/no-such-page"]) {
      await page.goto(`${origin}${path}`);
      const foot = page.locator("#foot");
      await expect(foot.getByRole("link", { name: "无障碍声明" })).toBeVisible();
      await expect(foot.getByRole("link", { name: "隐私声明" })).toBeVisible();
    }
    // Care pages are short to walk through: their map has both.
    await page.goto(`${origin}/care`);
    await page.locator('[data-el="foot.sitemap"]').click();
    await expect(page.locator("main").getByRole("link", { name: "无障碍声明" })).toBeVisible();
    await expect(page.locator("main").getByRole("link", { name: "隐私声明" })).toBeVisible();
    await page.goto(`${origin}/`);
    await page.locator("#foot").getByRole("link", { name: "无障碍声明" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("无障碍声明");
    await expect(page.locator("main")).toContainText("12345");
  }
});
