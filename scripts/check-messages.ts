/**
 * Every word a person reads exists in every language: the same files, the same keys and the same
 * `{{names}}` below lib/i18n/messages/<locale>/. Plural endings are each language's own.
 */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readText, report } from "./check-tree.ts";

const FOLDER = "lib/i18n/messages";
/** The origin first: the others are compared with it. */
const LOCALES = ["zh-CN", "zh-Hant", "en"];
const PLURAL = /_(zero|one|two|few|many|other)$/;

type Entry = { file: string; key: string; text: string };

function flatten(value: unknown, prefix: string): [string, string][] {
  if (typeof value === "string") return [[prefix, value]];
  if (typeof value !== "object" || value === null) return [[prefix, ""]];
  return Object.entries(value).flatMap(([key, inner]) =>
    flatten(inner, prefix === "" ? key : `${prefix}.${key}`),
  );
}

/** `resources.json#problems.not-submitted` → its words. */
function readLocale(root: string, locale: string): Map<string, Entry> {
  const folder = join(root, FOLDER, locale);
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .flatMap((file) => {
      const json: unknown = JSON.parse(readText(root, `${FOLDER}/${locale}/${file}`));
      return flatten(json, "").map(([key, text]): Entry => ({ file, key, text }));
    });
  return new Map(entries.map((entry) => [`${entry.file}#${entry.key.replace(PLURAL, "")}`, entry]));
}

function names(text: string): string {
  const found = [...text.matchAll(/\{\{\s*-?\s*([\w.]+)/g)].map((match) => match[1]);
  return [...new Set(found)].sort().join(" ");
}

function compare(locale: string, origin: Map<string, Entry>, other: Map<string, Entry>): string[] {
  const at = ({ file, key }: Entry, where: string) => `${FOLDER}/${where}/${file}: "${key}"`;
  const missing = [...origin]
    .filter(([id]) => !other.has(id))
    .map(([, entry]) => `${at(entry, locale)} is missing`);
  const extra = [...other]
    .filter(([id]) => !origin.has(id))
    .map(([, entry]) => `${at(entry, locale)} is not in ${LOCALES[0]}`);
  const unlike = [...other]
    .filter(
      ([id, entry]) => origin.has(id) && names(origin.get(id)?.text ?? "") !== names(entry.text),
    )
    .map(([, entry]) => `${at(entry, locale)} has other {{names}} than ${LOCALES[0]}`);
  return [...missing, ...extra, ...unlike];
}

export function messageProblems(root: string): string[] {
  if (!existsSync(join(root, FOLDER))) return [];
  const [origin = new Map<string, Entry>(), ...others] = LOCALES.map((locale) =>
    readLocale(root, locale),
  );
  const empty = [origin, ...others].flatMap((entries, index) =>
    [...entries.values()]
      .filter(({ text }) => text.trim() === "")
      .map(({ file, key }) => `${FOLDER}/${LOCALES[index]}/${file}: "${key}" is empty`),
  );
  const different = others.flatMap((other, index) =>
    compare(LOCALES[index + 1] ?? "", origin, other),
  );
  return [...different, ...empty];
}

if (import.meta.main) report(messageProblems(process.cwd()));
