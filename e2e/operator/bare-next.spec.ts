import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { order } from "#e2e/support/cli.ts";
import type { TestSite } from "#e2e/support/documents.ts";
import { bringIn, makeDocument, openTestSite } from "#e2e/support/documents.ts";
import type { Answer } from "#e2e/support/http.ts";
import { ask } from "#e2e/support/http.ts";
import { freePort } from "#e2e/support/instance.ts";
import { dataDir, HOUSE, siteOf } from "#e2e/support/product.ts";

test.describe.configure({ mode: "serial", timeout: 60_000 });

const NEXT = "node_modules/next/dist/bin/next";
let next: ChildProcess;
let port = 0;
let site: TestSite;

/** Asks Next itself, with a host in the header and no gateway between. */
const askNext = (host: string, path: string): Promise<Answer> =>
  ask(`http://${host}:${port}${path}`);

test.beforeAll(async () => {
  site = await openTestSite("没有网关也能看的网站");
  port = await freePort();
  const { url } = JSON.parse(readFileSync(join(dataDir(), "postgres.json"), "utf8")) as {
    url: string;
  };
  const { ZS_GATE_SECRET: _, ...env } = process.env;
  next = spawn(process.execPath, [NEXT, "start", "-p", String(port), "-H", "localhost"], {
    cwd: HOUSE,
    env: {
      ...env,
      NODE_ENV: "production",
      NEXT_DIST_DIR: process.env["NEXT_DIST_DIR"] ?? ".next-test",
      APP_ROLE: "public",
      DATABASE_URL: url,
      DATA_DIR: dataDir(),
      ZS_PUBLIC_PORT: String(port),
    },
    stdio: "ignore",
  });
  await expect
    .poll(
      () =>
        askNext("localhost", "/healthz").then(
          ({ status }) => status,
          () => 0,
        ),
      {
        timeout: 20_000,
      },
    )
    .toBe(200);
});

test.afterAll(() => {
  next?.kill("SIGKILL");
});

test("with the gateway out of the way, middleware alone sends two hosts to their own sites' pages", async () => {
  const [one, other] = [siteOf("yunchuan"), siteOf("qinglan")];
  for (const path of ["/", "/zwdt/tzgg", "/care"]) {
    const mine = await askNext(one.host, path);
    const theirs = await askNext(other.host, path);
    expect([mine.status, theirs.status], path).toEqual([200, 200]);
    expect(mine.body.includes(`content="${one.name}"`), path).toBe(true);
    expect(theirs.body.includes(`content="${other.name}"`), path).toBe(true);
    expect(mine.body.includes(`content="${other.name}"`), path).toBe(false);
  }
});

test("the second reader of a page is served from Next's own cache, each host from its own", async () => {
  for (const host of [siteOf("yunchuan").host, siteOf("songya").host]) {
    const first = await askNext(host, "/zwdt/yw");
    const second = await askNext(host, "/zwdt/yw");
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(first.headers["x-nextjs-cache"], host).not.toBe("HIT");
    expect(second.headers["x-nextjs-cache"], host).toBe("HIT");
    expect(second.body === first.body).toBe(true);
  }
});

test("a publish is seen within two seconds, and so is a withdrawal", async () => {
  const document = makeDocument("绕过网关也要看到的通知");
  await bringIn([document], { site: site.code, column: "zwdt/tzgg", as: "draft" });
  expect((await askNext(site.host, "/zwdt/tzgg")).status).toBe(200);
  await askNext(site.host, "/zwdt/tzgg");
  const [url = ""] = (await order("publish", document.id)).trim().split("\n");
  const since = performance.now();
  const list = async () => (await askNext(site.host, "/zwdt/tzgg")).body.includes(document.title);
  await expect.poll(list, { timeout: 5_000, intervals: [50] }).toBe(true);
  const seen = Math.round(performance.now() - since);
  expect(seen).toBeLessThanOrEqual(2_000);
  const { pathname } = new URL(url);
  expect((await askNext(site.host, pathname)).status).toBe(200);

  await order("withdraw", document.id, "--reason", "测试撤下");
  const again = performance.now();
  const gone = async () => (await askNext(site.host, pathname)).status;
  await expect.poll(gone, { timeout: 5_000, intervals: [50] }).toBe(410);
  await expect.poll(list, { timeout: 5_000, intervals: [50] }).toBe(false);
  const left = Math.round(performance.now() - again);
  expect(left).toBeLessThanOrEqual(2_000);
  test.info().annotations.push({
    type: "bare next",
    description: `publish seen after ${seen} ms, withdrawal after ${left} ms`,
  });
});

test("unknown hosts and wrong addresses are refused there too, and missing pages are 404", async () => {
  const { host } = siteOf("yunchuan");
  expect((await askNext("nowhere.example", "/")).status).toBe(421);
  expect((await askNext(host, "/no-such-page")).status).toBe(404);
  expect((await askNext(host, "/a%2fb")).status).toBe(400);
  const alias = await askNext("yunchuan.localhost", "/zwdt/tzgg");
  expect(alias.status).toBe(301);
  expect(alias.headers.location).toBe(`http://${host}:${port}/zwdt/tzgg`);
});
