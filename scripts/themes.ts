/**
 * Builds `.themes/`: each family's stylesheet with the Tailwind CLI, each theme's tokens, the scripts
 * and the manifest that names them. Family files carry a hash and older ones stay, because stored pages
 * still point at them; theme files keep their names, so that recolouring a site redraws no page.
 */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import typescript from "typescript";
import { flattenLayers } from "#themes/flat-css.ts";
import type { ThemeManifest } from "#themes/stylesheets.ts";
import { themeCss } from "#themes/theme-css.ts";
import { themeProblems } from "#themes/theme-problems.ts";
import { FAMILY_CODES, THEMES } from "#themes/themes.ts";

const run = promisify(execFile);
const root = join(import.meta.dirname, "..");
const out = join(root, ".themes");
const FAMILY_GZIP_BYTES = 12 * 1024;
const SCRIPT_GZIP_BYTES = 12 * 1024;

/** Writes only what changed, so that a second run touches nothing. */
async function keep(file: string, text: string): Promise<void> {
  const path = join(out, file);
  const before = await readFile(path, "utf8").catch(() => null);
  if (before !== text) await writeFile(path, text);
}

async function buildFamily(code: string): Promise<string> {
  const packageFile = createRequire(import.meta.url).resolve("@tailwindcss/cli/package.json");
  const cli = join(dirname(packageFile), "dist/index.mjs");
  const input = join(root, "themes", code, "family.css");
  const { stdout } = await run(process.execPath, [cli, "--input", input, "--minify"], {
    cwd: root,
  });
  const css = flattenLayers(stdout);
  const size = gzipSync(css).length;
  if (size > FAMILY_GZIP_BYTES) throw new RangeError(`${code}: ${size} bytes gzip, over budget`);
  const hash = createHash("sha256").update(css).digest("hex").slice(0, 8);
  const file = `${code}.${hash}.css`;
  await keep(file, css);
  console.log(`${file}  ${size} bytes gzip`);
  return file;
}

async function buildTheme(theme: (typeof THEMES)[number]): Promise<string> {
  const problems = themeProblems(theme);
  if (problems.length > 0) throw new RangeError(`${theme.code}: ${JSON.stringify(problems)}`);
  const file = `${theme.code}.css`;
  await keep(file, themeCss(theme));
  return file;
}

/** An own script of pages, in words that kernels of old computers know, legible for anyone. */
async function buildScript(name: string): Promise<string> {
  const source = await readFile(join(root, "themes", name, `${name}.ts`), "utf8");
  const { outputText } = typescript.transpileModule(source, {
    compilerOptions: { target: typescript.ScriptTarget.ES2018, removeComments: true },
  });
  const script = `(() => {\n${outputText}})();\n`;
  const size = gzipSync(script).length;
  if (size > SCRIPT_GZIP_BYTES) throw new RangeError(`${name}: ${size} bytes gzip, over budget`);
  const hash = createHash("sha256").update(script).digest("hex").slice(0, 8);
  const file = `${name}.${hash}.js`;
  await keep(file, script);
  console.log(`${file}  ${size} bytes gzip`);
  return file;
}

await mkdir(out, { recursive: true });
const manifest: ThemeManifest = {
  families: {},
  themes: {},
  scripts: { suggest: await buildScript("suggest"), offline: await buildScript("offline") },
};
for (const code of FAMILY_CODES) manifest.families[code] = await buildFamily(code);
for (const theme of THEMES) manifest.themes[theme.code] = await buildTheme(theme);
await keep("manifest.json", `${JSON.stringify(manifest, null, 2)}\n`);
