/**
 * `npm run gallery`: the pictures of docs/gallery and of the README, from a product of its own in a
 * temporary folder. `node scripts/gallery.ts --running FILE` takes them from one that runs already.
 */
import type { ChildProcess } from "node:child_process";
import { execFileSync, spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { Browser } from "@playwright/test";
import { chromium } from "@playwright/test";
import sharp from "sharp";
import { FAMILY_CODES } from "#themes/themes.ts";
import { needBrowser } from "./test/needs.ts";

const HOUSE = join(import.meta.dirname, "..");
const FOLDER = join(HOUSE, "docs/gallery");
const START_MS = 300_000;
const MAX_BYTES = 120 * 1024;

type Site = { code: string; host: string };
type Running = { url: string; admin: string; sites: Site[] };
/** `article`: not the list at `path`, but what its row of that number leads to. */
type Shot = { name: string; site: string; path: string; article?: number; width: number };

const DESK = 1280;
const HAND = 390;
const HEIGHTS: Record<number, number> = { [DESK]: 1500, [HAND]: 1500 };
const WIDTHS = [
  { width: DESK, suffix: "" },
  { width: HAND, suffix: "-phone" },
];
const FORMS = [
  { prefix: "", suffix: "" },
  { prefix: "/care", suffix: "-care" },
];

/** One of each family, with the column to show and the row of it to open. */
const WHOLE = [
  { site: "yunchuan", column: "zwdt/yw", article: 2 },
  { site: "rst", column: "zwdt/gzdt", article: 6 },
];

function inEveryForm(type: string, shot: Omit<Shot, "name" | "width">): Shot[] {
  return FORMS.flatMap((form) =>
    WIDTHS.map(({ width, suffix }) => ({
      ...shot,
      name: `${shot.site}-${type}${form.suffix}${suffix}`,
      path: `${form.prefix}${shot.path}`,
      width,
    })),
  );
}

/** Every site's home, and of each family every type of page, in both forms on a desk and in the hand. */
function shotsOf(sites: Site[]): Shot[] {
  return [
    ...sites.flatMap(({ code: site }) => inEveryForm("home", { site, path: "/" })),
    ...WHOLE.flatMap(({ site, column, article }) => [
      ...inEveryForm("list", { site, path: `/${column}` }),
      ...inEveryForm("article", { site, path: `/${column}`, article }),
      ...inEveryForm("document", { site, path: "/zcwj", article: 0 }),
      ...inEveryForm("site-map", { site, path: "/sitemap.html" }),
      ...inEveryForm("not-found", { site, path: "/no-such-page" }),
    ]),
  ];
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function startProduct(dataDir: string): Promise<{ child: ChildProcess; running: string }> {
  const child = spawn(process.execPath, ["--conditions=react-server", "scripts/start.ts"], {
    cwd: HOUSE,
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(await freePort()) },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const running = join(dataDir, "running.json");
  for (let waited = 0; waited < START_MS; waited += 500) {
    if (existsSync(running)) return { child, running };
    if (child.exitCode !== null) throw new Error("the product ended at its start");
    await wait(500);
  }
  child.kill("SIGTERM");
  throw new Error("the product did not start");
}

/** A picture of few colours, as pages are: small enough to be kept with the code. */
async function keep(picture: Buffer, name: string): Promise<void> {
  for (const colours of [128, 64, 32]) {
    const small = await sharp(picture).png({ palette: true, colours, effort: 10 }).toBuffer();
    if (small.length > MAX_BYTES && colours > 32) continue;
    writeFileSync(join(FOLDER, `${name}.png`), small);
    console.log(`${name}.png  ${Math.round(small.length / 1024)} KB`);
    return;
  }
}

async function shoot(browser: Browser, running: Running, shot: Shot): Promise<void> {
  const site = running.sites.find(({ code }) => code === shot.site);
  if (!site) throw new Error(`no site ${shot.site}`);
  const origin = `http://${site.host}:${new URL(running.url).port}`;
  const viewport = { width: shot.width, height: HEIGHTS[shot.width] ?? 900 };
  const context = await browser.newContext({ viewport, locale: "zh-CN" });
  const page = await context.newPage();
  await page.goto(`${origin}${shot.path}`);
  if (shot.article !== undefined) {
    const row = page.locator('main a[href$=".html"]').nth(shot.article);
    await page.goto(`${origin}${await row.getAttribute("href")}`);
  }
  for (const picture of await page.locator("main img").all())
    await picture.scrollIntoViewIfNeeded();
  await page.evaluate(() => window.scrollTo(0, 0));
  await keep(await page.screenshot(), shot.name);
  await context.close();
}

/** The sheets of blocks that the gallery test draws into test-results. */
async function shootBlocks(browser: Browser): Promise<void> {
  execFileSync(process.execPath, [
    join(HOUSE, "node_modules/vitest/vitest.mjs"),
    ...["run", "--project", "unit", "themes/gallery.test.tsx"],
  ]);
  const page = await browser.newPage({ viewport: { width: DESK, height: 900 } });
  for (const family of FAMILY_CODES) {
    await page.goto(`file://${join(HOUSE, "test-results/gallery", `${family}.blocks.html`)}`);
    await keep(await page.screenshot({ fullPage: true }), `blocks-${family}`);
  }
  await page.close();
}

type Account = { login: string; password: string };

/** What an editor works with: the list of what the site has, and a piece of it being written. */
async function shootDesk(browser: Browser, admin: string, dataDir: string): Promise<void> {
  const accounts = JSON.parse(
    readFileSync(join(dataDir, "demo-accounts.json"), "utf8"),
  ) as Account[]; // safe because the demo seed writes it
  const author = accounts.find(({ login }) => login === "yunchuan-xinxi");
  if (!author) throw new Error("the demo group has no author of yunchuan");
  const context = await browser.newContext({ viewport: { width: DESK, height: 900 } });
  const page = await context.newPage();
  await page.goto(admin);
  await page.locator("[name=login]").fill(author.login);
  await page.locator("[name=password]").fill(author.password);
  await page.locator("[name=password]").press("Enter");
  await page.getByRole("heading", { name: "我的待办" }).waitFor();
  await page.goto(`${new URL(admin).origin}/admin/content`);
  await keep(await page.screenshot(), "desk");
  await page.goto(`${new URL(admin).origin}/admin/content?words=${encodeURIComponent("秋粮收购")}`);
  await page.locator("tbody a").first().click();
  await page.getByRole("button", { name: "修改" }).click();
  const text = page.getByRole("textbox", { name: "正文", exact: true });
  await text.locator("img").first().waitFor();
  await keep(await page.screenshot(), "desk-editor");
  await context.close();
}

/** The page that shows all of them, on any viewer of Markdown. */
function writeIndex(): void {
  const names = readdirSync(FOLDER)
    .filter((file) => file.endsWith(".png"))
    .map((file) => file.slice(0, -4))
    .sort();
  const groups = Map.groupBy(names, (name) => name.split("-")[0] ?? name);
  const parts = [...groups].map(([group, members]) =>
    [
      `## ${group}`,
      "",
      ...members.map((name) => `<img src="${name}.png" width="240" alt="${name}">`),
      "",
    ].join("\n"),
  );
  const head = "# Gallery · 图册\n\nWritten by `npm run gallery`, with the pictures.\n";
  writeFileSync(join(FOLDER, "README.md"), [head, ...parts].join("\n"));
}

async function takePictures(runningPath: string): Promise<void> {
  // safe because the supervisor writes it, as docs/interfaces.md promises
  const running = JSON.parse(readFileSync(runningPath, "utf8")) as Running;
  mkdirSync(FOLDER, { recursive: true });
  for (const file of readdirSync(FOLDER)) if (file.endsWith(".png")) rmSync(join(FOLDER, file));
  needBrowser();
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  for (const shot of shotsOf(running.sites)) await shoot(browser, running, shot);
  await shootDesk(browser, running.admin, dirname(runningPath));
  await shootBlocks(browser);
  await browser.close();
  writeIndex();
}

const { values } = parseArgs({ options: { running: { type: "string" } } });
if (values.running) await takePictures(values.running);
else {
  const dataDir = mkdtempSync(join(tmpdir(), "zs-gallery-"));
  const { child, running } = await startProduct(dataDir);
  try {
    await takePictures(running);
  } finally {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  }
}
