import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { ask, askPacked, textOf } from "#e2e/support/http.ts";
import { siteOf } from "#e2e/support/product.ts";
import { careOf, findArticle, LONG_LIST, LONG_TITLE, pageTypes } from "#e2e/support/site-pages.ts";
import { refusalsOf, visit } from "#e2e/support/visit.ts";

// Many pages a test: a machine that does other things besides needs longer.
test.describe.configure({ timeout: 120_000 });

const KILOBYTE = 1024;
const STATUS_COMPLAINT = /the server responded with a status of 404/;

const bothForms = async (siteCode: string) =>
  (await pageTypes(siteCode)).flatMap(({ name, url }) => [
    { name, url },
    { name: `${name}, care`, url: careOf(url) },
  ]);

test("a first visit sets no cookie, keeps nothing, and asks nobody but the site itself", async ({
  browser,
}) => {
  for (const { name, url } of await bothForms("yunchuan")) {
    const { context, page, requests, complaints } = await visit(browser, url);
    const { origin } = new URL(url);
    const strangers = requests.filter((request) => !request.url.startsWith(`${origin}/`));
    expect(strangers, name).toEqual([]);
    const active = requests.filter(({ kind }) => ["script", "font", "fetch", "xhr"].includes(kind));
    expect(
      active.map(({ url: asked }) => asked.replace(origin, "").replace(/[a-f0-9]{8}/, "")),
      name,
    ).toEqual(name.endsWith(", care") ? [] : ["/t/suggest..js"]);
    expect(await context.cookies(), name).toEqual([]);
    const kept = await page.evaluate(() => ({
      cookie: document.cookie,
      local: localStorage.length,
      session: sessionStorage.length,
      fonts: document.fonts.size,
    }));
    expect(kept, name).toEqual({ cookie: "", local: 0, session: 0, fonts: 0 });
    expect(await refusalsOf(page), name).toEqual([]);
    const told = complaints.filter(
      (text) => !(name.startsWith("not found") && STATUS_COMPLAINT.test(text)),
    );
    expect(told, name).toEqual([]);
    await context.close();
  }
});

test("no page carries an inline script or style, a standard page one own script, a care page none; every one carries the content policy", async () => {
  for (const { name, url } of await bothForms("yunchuan")) {
    const { body: whole, headers } = await ask(url);
    const own = /<script src="\/t\/suggest\.[a-f0-9]{8}\.js" defer><\/script>/g;
    expect(whole.match(own) ?? [], name).toHaveLength(name.endsWith(", care") ? 0 : 1);
    const body = whole.replace(own, "");
    const refused =
      /<script\b[^>]*>|\sstyle="[^"]*"|<style\b|\son[a-z]+="|javascript:|_next\/|__next|next-size-adjust/g;
    expect(body.match(refused) ?? [], name).toEqual([]);
    expect(headers["content-security-policy"], name).toMatch(/default-src 'self'/);
    expect(headers["content-security-policy"], name).toMatch(/script-src 'self'/);
    expect(headers["set-cookie"], name).toBeUndefined();
    expect(headers["x-powered-by"], name).toBeUndefined();
    expect(headers["x-content-type-options"], name).toBe("nosniff");
  }
});

test("an article of 5,000 characters weighs at most 15 KB packed, its stylesheets at most 12 KB", async () => {
  const { origin } = siteOf("yunchuan");
  const article = await findArticle(origin, LONG_LIST, LONG_TITLE);
  for (const url of [article, careOf(article)]) {
    const page = await askPacked(url);
    const characters = textOf(page.body).length;
    expect(characters).toBeGreaterThan(5_000);
    expect(page.headers["content-encoding"]).toBe("gzip");
    expect(page.bytes.length, `${url}: ${characters} characters`).toBeLessThanOrEqual(
      15 * KILOBYTE,
    );
    const sheets = [...page.body.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)];
    const styles = await Promise.all(sheets.map(([, href]) => askPacked(`${origin}${href}`)));
    const weight = styles.reduce((sum, { bytes }) => sum + bytes.length, 0);
    expect(styles).toHaveLength(2);
    expect(weight).toBeLessThanOrEqual(12 * KILOBYTE);
    test.info().annotations.push({
      type: "weight",
      description: `${new URL(url).pathname}: page ${page.bytes.length} B, styles ${weight} B, ${characters} characters`,
    });
  }
});

test("what is packed on the way is the page itself, and each encoding has its own tag", async () => {
  const { origin } = siteOf("yunchuan");
  const [plain, packed] = [await ask(`${origin}/`), await askPacked(`${origin}/`)];
  expect(packed.body).toBe(plain.body);
  expect(packed.bytes.length).toBeLessThan(gzipSync(plain.bytes).length * 1.1);
  expect(packed.headers.etag).not.toBe(plain.headers.etag);
  expect(packed.headers.vary).toContain("Accept-Encoding");
});

test("who has the page already is told so: 304, no body", async () => {
  const { origin } = siteOf("yunchuan");
  for (const path of ["/", "/zwdt/tzgg", "/care", "/t/zhongzhou-red.css"]) {
    const { etag } = (await ask(`${origin}${path}`)).headers;
    const again = await ask(`${origin}${path}`, { headers: { "if-none-match": etag ?? "" } });
    expect(again.status, path).toBe(304);
    expect(again.bytes.length).toBe(0);
    expect(again.headers.etag).toBe(etag);
    expect(again.headers["content-security-policy"]).toBeDefined();
    const other = await ask(`${origin}${path}`, { headers: { "if-none-match": '"old"' } });
    expect(other.status, path).toBe(200);
  }
});

test("HEAD answers what GET answers, without the body", async () => {
  const { origin } = siteOf("yunchuan");
  const paths = ["/", "/zwdt/tzgg", "/care", "/no-such-page", "/zwdt/", "/t/zhongzhou-red.css"];
  for (const path of paths) {
    const url = `${origin}${path}`;
    const [get, head] = [await ask(url), await ask(url, { method: "HEAD" })];
    // What is said of the connection, not of the page, may differ.
    const known = ({
      date: _,
      connection: __,
      "keep-alive": ___,
      ...headers
    }: typeof get.headers) => headers;
    expect(head.status, path).toBe(get.status);
    expect(known(head.headers), path).toEqual(known(get.headers));
    expect(head.bytes.length, path).toBe(0);
  }
});

test("a page may be kept by any cache and served by none unasked; hashed styles stay for a year", async () => {
  const { origin } = siteOf("yunchuan");
  const { headers, body } = await ask(`${origin}/`);
  expect(headers["cache-control"]).toBe("no-cache");
  const hashed = /\/t\/[a-z-]+\.[a-f0-9]{8}\.css/.exec(body)?.[0] ?? "";
  const sheet = await ask(`${origin}${hashed}`);
  expect(sheet.headers["cache-control"]).toContain("immutable");
});
