/** Hosts that are nobody's, paths of the field's lists, addresses that lead nowhere. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const LISTS = join(import.meta.dirname, "../../../shared/data/badinput/dev");
const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789-._~%:/@\\?#[]<>\"' \u00e9";

const STRANGE = [
  "A.GOV.TEST",
  "a.gov.test.",
  "a.gov.test:99999",
  "a.gov.test%0d%0aX-A:%20b",
  "evil.example",
  "127.0.0.1.nip.io",
  "0x7f.1",
  "[::ffff:127.0.0.1]",
  "xn--a",
  "__proto__",
  "constructor",
  "toString",
  "..",
  "-",
  `${"a".repeat(300)}.gov.test`,
  "admin",
  "www.localhost",
];

const around = (host: string): string[] => [
  `${host}.evil.example`,
  `evil.example/${host}`,
  `${host}@evil.example`,
  `evil.example@${host}`,
  `evil.example#${host}`,
  `${host},evil.example`,
  `${host} evil.example`,
  `${host}:80:80`,
  `${host}:port`,
  `${host}%0d%0aX: y`,
  `${host}%00`,
  `x${host}`,
  `${host}/`,
  `//${host}`,
  `.${host}`,
  `${host}..`,
  // Spellings that Unicode or URL rules would fold into the host itself.
  host.replace("w", "%77"),
  host.replace("a", "\u00aa"),
  host.replace("n", "n\u00ad"),
];

const pickFrom = (next: () => number, letters: string): string =>
  letters[Math.floor(next() * letters.length)] ?? "x";

/** One to three letters put in, left out or changed. */
function mutate(host: string, next: () => number): string {
  const letters = [...host];
  for (let left = 1 + Math.floor(next() * 3); left > 0; left -= 1) {
    const at = Math.floor(next() * letters.length);
    const [isGone, isNew] = [next() < 0.66 ? 1 : 0, next() < 0.66];
    letters.splice(at, isGone, ...(isNew ? [pickFrom(next, LETTERS)] : []));
  }
  return letters.join("");
}

/** How a known host may be written: letters of any size, a dot at the end, a port. */
const spelling = (host: string): string =>
  host
    .toLowerCase()
    .replace(/:\d{1,5}$/, "")
    .replace(/\.$/, "");

/** `count` hosts that are none of `known`, random ones and near misses, and the famous ones. */
export function strangeHosts(known: readonly string[], count: number, next: () => number) {
  const random = () =>
    Array.from({ length: 1 + Math.floor(next() * 40) }, () => pickFrom(next, LETTERS)).join("");
  const near = () => mutate(known[Math.floor(next() * known.length)] ?? "x", next);
  const made = Array.from({ length: count }, (_, at) => (at % 2 === 0 ? random() : near()));
  const isKnown = new Set(known);
  return [...STRANGE, ...around(known[0] ?? "x"), ...made].filter(
    (host) => !isKnown.has(spelling(host.trim())),
  );
}

/** Lists of the field, each line as a path as it is; none where the data are not at hand. */
export function listedPaths(): string[] {
  if (!existsSync(LISTS)) return [];
  const linesOf = (file: string) => readFileSync(join(LISTS, file), "utf8").split("\n");
  const raw = ["path_traversal.txt", "open_redirect.txt", "crlf.txt"].flatMap(linesOf);
  // The naughty strings are for fields: a browser would encode them.
  const encoded = linesOf("blns.txt")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => encodeURIComponent(line.toWellFormed()));
  return [...new Set([...raw, ...encoded].map((line) => line.trim()))]
    .filter((line) => line !== "")
    .map((line) => (line.startsWith("/") ? line : `/${line}`))
    .map((line) => line.replaceAll(" ", "%20"));
}

/** An address like those of articles and columns, of nothing. */
export function bogusPath(next: () => number): string {
  const word = () => Math.floor(next() * 1e9).toString(36);
  const kind = next();
  if (kind < 0.25) return `/${word()}`;
  if (kind < 0.5) return `/zwdt/yw/202601/${1e9 + Math.floor(next() * 1e9)}.html`;
  if (kind < 0.75) return `/care/${word()}/${word()}.html`;
  return `/zwdt/${word()}/index_${Math.floor(next() * 1e6)}.html`;
}
