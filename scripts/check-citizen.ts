/**
 * Citizen pages are plain HTML, rendered once and kept (ARCHITECTURE §3): nothing in them may need
 * React in the browser, and nothing may stream.
 */
import { filesBelow, readText, report } from "./check-tree.ts";

const REFUSED: { pattern: RegExp; why: string }[] = [
  {
    pattern: /^\s*["']use client["']/m,
    why: '"use client": citizen pages carry no framework script; enhance with a data-keep script',
  },
  { pattern: /<Suspense\b/, why: "<Suspense>: streamed parts need script to be put in place" },
  {
    pattern: /\bnotFound\(/,
    why: "notFound(): its page is empty without script; middleware answers 404 (ARCHITECTURE §3)",
  },
];

export function citizenProblems(root: string): string[] {
  return ["themes", "app/sites"]
    .flatMap((top) => filesBelow(root, top))
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .flatMap((path) => {
      const text = readText(root, path);
      const found = REFUSED.filter(({ pattern }) => pattern.test(text)).map(
        ({ why }) => `${path}: ${why}`,
      );
      return path.endsWith("/loading.tsx")
        ? [...found, `${path}: loading.tsx makes Next stream the page`]
        : found;
    });
}

if (import.meta.main) report(citizenProblems(process.cwd()));
