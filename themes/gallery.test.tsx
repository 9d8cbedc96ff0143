/** Draws every example into test-results/gallery, to be looked at, and checks how each is built. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { aboutExamples } from "#themes/about/about.examples.tsx";
import type { BlockExample } from "#themes/examples/block-sheet.tsx";
import { BlockSheet } from "#themes/examples/block-sheet.tsx";
import type { Example } from "#themes/examples/example.ts";
import { example } from "#themes/examples/example.ts";
import type { Look } from "#themes/examples/frame.ts";
import { fuwutaiBlocks } from "#themes/fuwutai/fuwutai.blocks.tsx";
import { fuwutaiExamples } from "#themes/fuwutai/fuwutai.examples.tsx";
import { htmlAttributes } from "#themes/parts/html-attributes.ts";
import { searchExamples } from "#themes/search/search.examples.tsx";
import { stylesheetsFor } from "#themes/stylesheets.ts";
import { zhongzhouBlocks } from "#themes/zhongzhou/zhongzhou.blocks.tsx";
import { zhongzhouExamples } from "#themes/zhongzhou/zhongzhou.examples.tsx";

const folder = join(import.meta.dirname, "../test-results/gallery");
mkdirSync(folder, { recursive: true });
execFileSync(process.execPath, [join(import.meta.dirname, "../scripts/themes.ts")]);

function draw({ variant, locale, theme, draw: drawPage }: Example): string {
  const page = drawPage({ variant, locale, stylesheets: stylesheetsFor(theme) });
  const html = renderToStaticMarkup(
    <html {...htmlAttributes(variant, locale)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
      </head>
      <body>{page}</body>
    </html>,
  );
  return `<!doctype html>${html}`;
}

function keep(name: string, html: string): void {
  const local = html
    .replaceAll('href="/t/', 'href="../../.themes/')
    .replaceAll('href="/marks/', 'href="../../public/marks/');
  writeFileSync(join(folder, `${name}.html`), local);
}

function all(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map((match) => match[1] ?? match[0]);
}

const FOOT = ["mark", "jiucuo", "code", "sponsor", "icp", "police", "sitemap"];

const EXTERNAL =
  /^https:\/\/(bszs\.conac\.cn|zfwzgl\.www\.gov\.cn|beian\.miit\.gov\.cn|beian\.mps\.gov\.cn|[a-z.]+\.gov\.cn)\//;

const FAMILIES = {
  zhongzhou: zhongzhouExamples,
  fuwutai: fuwutaiExamples,
  about: aboutExamples,
  search: searchExamples,
};
const BLOCKS: Record<"zhongzhou" | "fuwutai", readonly BlockExample[]> = {
  zhongzhou: zhongzhouBlocks,
  fuwutai: fuwutaiBlocks,
};
const examples = Object.entries(FAMILIES).flatMap(([family, drawn]) =>
  drawn.map((one) => [`${family}.${one.name}`, one] as const),
);

describe.each(Object.entries(BLOCKS))("blocks of %s", (family, blocks) => {
  const theme = family === "fuwutai" ? "fuwutai-blue" : "zhongzhou-red";
  const drawSheet = (look: Look) => <BlockSheet family={family} look={look} blocks={blocks} />;
  const html = draw(example("blocks", drawSheet, { theme }));
  keep(`${family}.blocks`, html);

  test("every file of the folder has an example, and none is empty", () => {
    const files = readdirSync(join(import.meta.dirname, family, "blocks"))
      .filter((file) => file.endsWith(".tsx"))
      .map((file) => file.slice(0, -4));
    const named = new Set(blocks.map(({ name }) => name.split(",")[0] ?? ""));
    expect([...named].sort()).toEqual(files.sort());
    expect(all(html, /<p><\/p>/g)).toEqual([]);
  });

  test("nothing is styled or scripted in place", () => {
    expect(html).not.toMatch(/ style="|<style|<script| on[a-z]+="/);
  });
});

describe.each(examples)("%s", (name, one) => {
  const html = draw(one);
  keep(name, html);

  test("the foot holds the seven items, each once", () => {
    const found = all(html, /data-el="foot\.([a-z]+)"/g);
    expect(found.sort()).toEqual([...FOOT].sort());
  });

  test("every skip link leads somewhere", () => {
    const targets = all(html, /href="#([^"]+)"/g);
    expect(targets.length).toBeGreaterThan(0);
    for (const id of targets) expect(all(html, new RegExp(`id="${id}"`, "g"))).toHaveLength(1);
  });

  test("there is one h1, and no heading level is left out", () => {
    const levels = all(html, /<h([1-6])/g).map(Number);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries()) {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    }
  });

  test("the head names the site, the page and its standard address", () => {
    for (const tag of ["SiteName", "SiteDomain", "SiteIDCode"]) {
      expect(html).toMatch(new RegExp(`<meta name="${tag}" content="[^"]+"`));
    }
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    expect(all(html, /<link rel="canonical" href="([^"]+)"/g)).toHaveLength(1);
    expect(all(html, /<link rel="stylesheet"/g)).toHaveLength(2);
  });

  test("nothing is styled or scripted in place", () => {
    expect(html).not.toMatch(/ style="|<style| on[a-z]+="|javascript:/);
    expect(all(html, /<script([^>]*)>/g)).toEqual([
      ' type="application/json" data-tags="site:1,theme:1,settings"',
    ]);
  });

  test("no link leads outside government, none is empty", () => {
    // The one link of a leave-site page that does is what the page is for.
    const inside = html.replace(/<a [^>]*data-el="leave\.on"/, "");
    for (const href of all(inside, /<a [^>]*href="([^"]*)"/g)) {
      expect(href).toMatch(/^(\/|#|tel:\d|https:)/);
      if (href.startsWith("https:")) expect(href).toMatch(EXTERNAL);
    }
  });

  test("care pages link to care pages only, but for the way back and files", () => {
    if (one.variant.mode !== "care") return;
    const local = all(html, /<a [^>]*href="(\/[^"]*)"/g);
    const outside = local.filter((href) => !href.startsWith("/care/"));
    const back = all(html, /data-el="care" href="([^"]*)"/g);
    expect(
      outside.filter((href) => !back.includes(href) && !/^\/(f|files|zcjd)\//.test(href)),
    ).toEqual([]);
  });
});
