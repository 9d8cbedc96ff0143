import { manifestWith } from "./clean-tree.ts";
import type { Fault } from "./fault.ts";
import { also, fault } from "./fault.ts";

function style(rule: string, file: string, text: string): Fault {
  return fault("style", rule, file, text);
}

const UNGUARDED = `import { db } from "#db/client.ts";
import { resources } from "#db/schema/resources.ts";

export async function clear(): Promise<void> {
  await db.delete(resources);
  await db.update(resources).set({ id: 1 });
  await db.transaction(async (tx) => {
    await tx.insert(resources).values({ id: 1 });
    await db.insert(resources).values({ id: 2 });
  });
  db.insert(resources).values({ id: 3 });
}
`;

const TANGLED = `export function tangled(a: boolean, b: boolean, c: boolean): number {
${"  if (a && b) {\n    if (b || c) {\n      if (a !== c) return 1;\n    }\n  }\n".repeat(3)}  return 0;
}
`;

const LONG = `export function long(): number {
  let sum = 0;
${"  sum += 1;\n".repeat(90)}  return sum;
}
`;

const READERS = "export const reader = () => 1;\nexport const spareReader = () => 2;\n";

export const STYLE_FAULTS: Fault[] = [
  style("noDrizzleDeleteWithoutWhere", "modules/search/commands/clear.ts", UNGUARDED),
  also("style", "noDrizzleUpdateWithoutWhere", "modules/search/commands/clear.ts"),
  also("style", "noDrizzleDbObjectInsideTransaction", "modules/search/commands/clear.ts"),
  // The rule for drizzle is our own (.ci/unawaited-query.grit); "plugin" is how Biome names it.
  also("style", "plugin", "modules/search/commands/clear.ts:11"),
  style(
    "noFloatingPromises",
    "lib/late.ts",
    `const later = async () => 1;

export function start(): void {
  later();
}
`,
  ),
  style(
    "noTailwindRawColors",
    "themes/paper/red.tsx",
    'export const Red = () => <p className="bg-red-500 p-2 m-1">红</p>;\n',
  ),
  also("style", "useTailwindSortedClasses", "themes/paper/red.tsx"),
  style(
    "noTailwindArbitraryValue",
    "components/ui/hex.tsx",
    'export const Hex = () => <p className="text-[#c00]">红</p>;\n',
  ),
  style(
    "noInlineStyles",
    "themes/paper/inline.tsx",
    "export const P = () => <p style={{}}>文</p>;\n",
  ),
  style(
    "noDangerouslySetInnerHtml",
    "components/ui/raw.tsx",
    "export const Raw = ({ html }: { html: string }) => (\n  <p dangerouslySetInnerHTML={{ __html: html }} />\n);\n",
  ),
  style(
    "useAltText",
    "components/ui/picture.tsx",
    'export const P = () => <img src="/a.png" />;\n',
  ),
  style("noConsole", "gateway/loud.ts", 'console.log("here");\n'),
  style("noConsole", "worker/loud.ts", 'console.log("here");\n'),
  style("noDefaultExport", "lib/door.tsx", "export default function Door() {\n  return null;\n}\n"),
  style("noProcessEnv", "lib/port.ts", 'export const port = process.env["PORT"];\n'),
  style("noExplicitAny", "lib/any.ts", "export const thing = (value: any) => value;\n"),
  style("noNonNullAssertion", "lib/sure.ts", "export const sure = (a?: string) => a!.length;\n"),
  style("noUnusedVariables", "lib/spare.ts", "function spare() {\n  return 1;\n}\n\nexport {};\n"),
  style("noUndeclaredDependencies", "lib/borrowed.ts", 'import "right-pad";\n'),
  style("useImportExtensions", "lib/bare.ts", 'import { log } from "./logger";\n\nlog("");\n'),
  style(
    "useImportType",
    "lib/typed.ts",
    'import { log, type Log } from "./logger.ts";\n\nlog({} as Log);\n',
  ),
  style("noBarrelFile", "components/ui/all.ts", 'export { Button } from "./button.tsx";\n'),
  style("noReExportAll", "components/ui/every.ts", 'export * from "./button.tsx";\n'),
  style("useFilenamingConvention", "lib/LogLine.ts", "export const line = 1;\n"),
  style("noExcessiveCognitiveComplexity", "lib/tangled.ts", TANGLED),
  style("noExcessiveLinesPerFunction", "lib/endless.ts", LONG),
  style(
    "noSkippedTests",
    "lib/skipped.test.ts",
    'import { test } from "vitest";\n\ntest.skip("later", () => {});\n',
  ),
  style(
    "noFocusedTests",
    "lib/focused.test.ts",
    'import { test } from "vitest";\n\ntest.only("mine", () => {});\n',
  ),
  style(
    "noPlaywrightWaitForTimeout",
    "e2e/citizen/wait.spec.ts",
    'import { test } from "@playwright/test";\n\ntest("waits", async ({ page }) => {\n  await page.waitForTimeout(1000);\n});\n',
  ),
  style("format", "lib/loose.ts", "export const   loose = 1\n"),

  fault("types", "error TS2322", "lib/wrong.ts", 'export const wrong: number = "one";\n'),
  fault("types", "error TS1294", "lib/enum.ts", "export enum Colour {\n  Red,\n}\n"),
  fault("types", "error TS2307", "lib/bare-alias.ts", 'export { log } from "#lib/logger";\n'),
  fault(
    "types",
    "error TS18048",
    "lib/first.ts",
    "export const first = (a: string[]) => {\n  const [b] = a;\n  return b.length;\n};\n",
  ),

  fault("unused", "orphan", "modules/columns/orphan/domain.ts", "export const nobody = 1;\n"),
  fault("unused", "spareReader", "lib/readers.ts", READERS, {
    "scripts/read.ts": 'import { reader } from "#lib/readers.ts";\n\nreader();\n',
  }),
  fault("unused", "left-pad", "package.json", manifestWith("left-pad")),
];
