/**
 * Pictures of the demo group for docs/gallery, by hand: start the product, then
 * `ZS_RUNNING=.data/running.json node e2e/support/shots.ts`.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import sharp from "sharp";
import { HOUSE, siteOf } from "#e2e/support/product.ts";
import { articlesOf, careOf } from "#e2e/support/site-pages.ts";

const FOLDER = process.argv[2] ?? join(HOUSE, "docs/gallery");
const MAX_BYTES = 200 * 1024;
const VIEWS = [
  { width: 1280, height: 1600 },
  { width: 390, height: 1400 },
];

process.env["ZS_RUNNING"] ??= join(HOUSE, ".data/running.json");
const { origin } = siteOf("yunchuan");
const [article = ""] = await articlesOf(origin, ["zwdt/tzgg"]);
/** The province shows every page type, a department the second family. */
const PAGES: [name: string, url: string][] = [
  ["home", `${origin}/`],
  ["home-department", `${siteOf("rst").origin}/`],
  ["list", `${origin}/zwdt/tzgg`],
  ["article", article],
  ["404", `${origin}/zwdt/no-such-page.html`],
  ["care-home", `${origin}/care`],
  ["care-article", careOf(article)],
];

mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
for (const viewport of VIEWS) {
  const context = await browser.newContext({ viewport, locale: "zh-CN" });
  for (const [name, url] of PAGES) {
    const page = await context.newPage();
    await page.goto(url);
    const file = join(FOLDER, `${name}-${viewport.width}.png`);
    const picture = await page.screenshot({ scale: "css" });
    // A page has few colours: a palette keeps it sharp at a third of the weight.
    const { size } = await sharp(picture)
      .png({ palette: true, colours: 64, effort: 10 })
      .toFile(file);
    const note = size > MAX_BYTES ? "  larger than 200 KB" : "";
    process.stdout.write(`${file} ${Math.round(size / 1024)} KB${note}\n`);
    await page.close();
  }
  await context.close();
}
await browser.close();
