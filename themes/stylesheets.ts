/** Addresses of the stylesheets and scripts that scripts/themes.ts has built. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { themeByCode } from "#themes/themes.ts";

/** Files of `.themes/`, by code; the gateway serves them under `/t/`. */
export type ThemeManifest = {
  families: Record<string, string>;
  themes: Record<string, string>;
  /** Own scripts: of standard pages, and of the search of an archived site. */
  scripts: Record<"suggest" | "offline", string>;
};

let manifest: ThemeManifest | null = null;

function loadManifest(): ThemeManifest {
  const path = join(/* turbopackIgnore: true */ process.cwd(), ".themes", "manifest.json");
  try {
    return JSON.parse(readFileSync(path, "utf8")) as ThemeManifest; // safe because scripts/themes.ts writes it
  } catch (cause) {
    throw new Error("no stylesheets: run `node scripts/themes.ts` first", { cause });
  }
}

/**
 * The family's stylesheet, then the theme's tokens: `["/t/zhongzhou.<hash>.css", "/t/<theme>.css"]`.
 * @throws {RangeError} when the theme is unknown or was not built.
 */
export function stylesheetsFor(themeCode: string): string[] {
  manifest ??= loadManifest();
  const family = themeByCode(themeCode)?.family ?? "";
  const files = [manifest.families[family], manifest.themes[themeCode]];
  return files.map((file) => {
    if (file === undefined) throw new RangeError(`theme not built: ${themeCode}`);
    return `/t/${file}`;
  });
}

/** Address of the script that suggests under search boxes: `/t/suggest.<hash>.js`. */
export function suggestScript(): string {
  manifest ??= loadManifest();
  return `/t/${manifest.scripts.suggest}`;
}

/** The script of an archived site's search, as it is written beside its pages. */
export function offlineScript(): string {
  manifest ??= loadManifest();
  return readFileSync(
    join(/* turbopackIgnore: true */ process.cwd(), ".themes", manifest.scripts.offline),
    "utf8",
  );
}
