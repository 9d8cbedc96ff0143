/**
 * A page that cites a path which is gone is worse than no page. Every path written in `code` or as a
 * link in docs/, README*.md and the modules' READMEs must exist, and every `npm run x` be a script.
 * Left out: docs/adr/ (they tell what was true on their day) and anything with <a placeholder>.
 */
import { existsSync, globSync, readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { filesBelow, readText, report } from "./check-tree.ts";

const TOPS = new Set(
  "app modules components db themes lib gateway worker public e2e bench scripts docs deploy .ci proof".split(
    " ",
  ),
);
const PATH = /^\.?[\w@[\]().*{},-]+(\/[\w@[\]().*{},-]+)*\/?$/;
const FILE_NAME = /^\.?[\w-]+(\.[\w-]+)*\.(ts|tsx|mjs|json|md|css|sql)$/;

type Citation = { line: number; path: string; base: string };

function pagesToCheck(root: string): string[] {
  const readmes = readdirSync(root).filter((name) => /^README.*\.md$/.test(name));
  const docs = filesBelow(root, "docs").filter((path) => !path.startsWith("docs/adr/"));
  const modules = filesBelow(root, "modules").filter((path) => path.endsWith("/README.md"));
  return [...readmes, ...docs, ...modules].filter((path) => path.endsWith(".md"));
}

/**
 * A word in `code` is a path when it starts in one of our folders. A bare file name means a file only in
 * a module's own README; elsewhere it is a word of the vocabulary (`domain.ts`).
 */
function codeCitation(word: string, base: string): { path: string; base: string } | null {
  const path = word.replace(/^#/, "").replace(/:\d+(-\d+)?$/, "");
  if (!PATH.test(path)) return null;
  if (path.includes("/") && TOPS.has(path.split("/")[0] ?? "")) return { path, base: "." };
  return base.startsWith("modules/") && FILE_NAME.test(path) ? { path, base } : null;
}

function linkCitation(target: string, base: string): { path: string; base: string } | null {
  const path = decodeURI(target.replace(/[#?].*$/, ""));
  if (path === "" || /^[a-z]+:/i.test(path)) return null;
  return path.startsWith("/") ? { path: path.slice(1), base: "." } : { path, base };
}

function citations(page: string, text: string): Citation[] {
  const base = dirname(page);
  const prose = text.replace(/^```[\s\S]*?^```/gm, (block) => block.replace(/[^\n]/g, ""));
  return prose.split("\n").flatMap((content, index) => {
    const words = [...content.matchAll(/`([^`]+)`/g)].map(([, word = ""]) =>
      codeCitation(word, base),
    );
    const links = [...content.replace(/`[^`]*`/g, "").matchAll(/\]\(([^)\s]+)\)/g)].map(
      ([, target = ""]) => linkCitation(target, base),
    );
    return [...words, ...links]
      .filter((found) => found !== null)
      .map((found) => ({ ...found, line: index + 1 }));
  });
}

function exists(root: string, { path, base }: Citation): boolean {
  const isPattern = /[*{}]/.test(path);
  const places = [join(root, base), root];
  return places.some((place) =>
    isPattern
      ? globSync(path, { cwd: place }).length > 0
      : existsSync(join(place, normalize(path))),
  );
}

function scriptProblems(root: string, page: string, text: string): string[] {
  const { scripts = {} } = JSON.parse(readText(root, "package.json")) as {
    scripts?: Record<string, string>;
  };
  return [...text.matchAll(/`npm run ([\w:-]+)/g)]
    .map(([, name = ""]) => name)
    .filter((name) => !(name in scripts))
    .map((name) => `${page}: npm run ${name} is not a script of package.json`);
}

export function docsProblems(root: string): string[] {
  return pagesToCheck(root).flatMap((page) => {
    const text = readText(root, page);
    const gone = citations(page, text)
      .filter((citation) => !exists(root, citation))
      .map(({ line, path }) => `${page}:${line}: ${path} does not exist`);
    return [...gone, ...scriptProblems(root, page, text)];
  });
}

if (import.meta.main) report(docsProblems(process.cwd()));
