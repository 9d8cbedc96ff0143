import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { i18n } from "i18next";
import { createInstance } from "i18next";
import type { Locale } from "#lib/i18n/locales.ts";
import { LOCALES } from "#lib/i18n/locales.ts";

export type Words = (key: string, values?: Record<string, string | number>) => string;

type Tree = { [key: string]: string | Tree };

function readMessages(locale: Locale): Record<string, Tree> {
  const folder = join(/* turbopackIgnore: true */ process.cwd(), "lib/i18n/messages", locale);
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return Object.fromEntries(
    files.map((file) => [
      file.replace(/\.json$/, ""),
      JSON.parse(readFileSync(join(/* turbopackIgnore: true */ folder, file), "utf8")) as Tree,
    ]),
  );
}

const shared = globalThis as unknown as { zsWords?: i18n };

/** One instance with all locales' words; what is per request is only the fixed translator made from it. */
function instance(): i18n {
  if (shared.zsWords) return shared.zsWords;
  const made = createInstance();
  made.init({
    lng: "zh-CN",
    fallbackLng: "zh-CN",
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: Object.fromEntries(
      LOCALES.map((locale) => [locale, { words: readMessages(locale) }]),
    ),
    defaultNS: "words",
    ns: ["words"],
  });
  shared.zsWords = made;
  return made;
}

/** Words of one locale: `site.footer.sponsor`, the file's name first. Escaping is the drawing's business. */
export function wordsOf(locale: Locale): Words {
  const translate = instance().getFixedT(locale);
  return (key, values) => translate(key, values ?? {});
}

/** All words of one file, flat, for components that run in the browser: `{ "list.empty": "…" }`. */
export function wordBundle(locale: Locale, file: string): Record<string, string> {
  const flat: Record<string, string> = {};
  const walk = (tree: Tree, prefix: string) => {
    for (const [key, value] of Object.entries(tree)) {
      if (typeof value === "string") flat[`${prefix}${key}`] = value;
      else walk(value, `${prefix}${key}.`);
    }
  };
  walk((instance().getResourceBundle(locale, "words")[file] ?? {}) as Tree, "");
  return flat;
}
