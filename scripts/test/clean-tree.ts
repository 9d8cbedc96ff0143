/** The smallest tree that keeps every rule of the house; the walls' test plants its faults in a copy. */
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { README_PARTS } from "../check-modules.ts";

const HOUSE = join(import.meta.dirname, "../..");
const RULE_FILES = ["biome.json", ".dependency-cruiser.mjs", "tsconfig.json", ".gitignore"];

/** A README that passes in the module of this name. */
export function readme(module: string): string {
  return `# ${module} · 示例\n\n${README_PARTS.join(" none\n\n")} none\n`;
}

const manifest = {
  name: "walls",
  version: "0.0.0",
  private: true,
  type: "module",
  imports: { "#*": "./*" },
  scripts: { verify: "true" },
  dependencies: {
    "@types/react": "*",
    "drizzle-orm": "*",
    next: "*",
    react: "*",
    "server-only": "*",
    zod: "*",
  },
  devDependencies: { typescript: "*", vitest: "*" },
};

const knip = `{
  "entry": ["scripts/*.ts", "gateway/main.ts", "worker/main.ts"],
  "project": ["**/*.{ts,tsx}"],
  "ignoreDependencies": ["typescript"],
  "ignoreExportsUsedInFile": true,
  "rules": { "types": "off" }
}
`;

/** The tree's package.json with one dependency more. */
export function manifestWith(dependency: string): string {
  const dependencies = { ...manifest.dependencies, [dependency]: "*" };
  return `${JSON.stringify({ ...manifest, dependencies }, null, 2)}\n`;
}

/** The tree's package-lock.json, with these packages in it. */
export function lockWith(packages: Record<string, object>): string {
  const { dependencies, devDependencies } = manifest;
  const root = { dependencies, devDependencies };
  return JSON.stringify({ lockfileVersion: 3, packages: { "": root, ...packages } }, null, 2);
}

const SOURCES: Record<string, string> = {
  "package.json": `${JSON.stringify(manifest, null, 2)}\n`,
  "package-lock.json": lockWith({}),
  "knip.json": knip,
  "docs/page.md":
    "See `modules/columns/queries.ts`, `#lib/logger.ts`, `modules/*/README.md`, `modules/<name>`, [home](../README.md); `npm run verify`.\n",
  "README.md": "# Walls\n",
  "middleware.ts": `import { loadList } from "#modules/resources/loaders.ts";

export function middleware(): string {
  return loadList().title;
}
`,

  "db/client.ts": `import { drizzle } from "drizzle-orm/postgres-js";

export const db = drizzle("postgres://localhost");
export type Db = typeof db;
`,
  "db/enums/columns.ts": `export const COLUMN_STATES = ["open", "closed"] as const;
export type ColumnState = (typeof COLUMN_STATES)[number];
`,
  "db/schema/_kernel.ts": `import { bigint, pgTable } from "drizzle-orm/pg-core";

export const auditEntry = pgTable("audit_entry", { id: bigint({ mode: "number" }) });
`,
  "db/schema/columns.ts": `import { bigint, pgTable, text } from "drizzle-orm/pg-core";
import { COLUMN_STATES } from "#db/enums/columns.ts";

export const columns = pgTable("columns", {
  id: bigint({ mode: "number" }),
  state: text({ enum: COLUMN_STATES }),
});
`,
  "db/schema/resources.ts": `import { bigint, pgTable } from "drizzle-orm/pg-core";

export const resources = pgTable("resources", { id: bigint({ mode: "number" }) });
`,
  "db/testing/factories.ts": `import { db } from "#db/client.ts";

export const buildColumn = () => db;
`,
  "lib/logger.ts": `export const log = (line: string) => console.log(line);
`,
  "lib/format/day.ts": `export const day = (value: string) => value.slice(0, 10);
`,
  "lib/richtext/render.ts": `export const render = (text: string) => text;
`,
  "lib/i18n/messages/zh-CN/columns.json":
    '{ "title": "栏目 {{name}}", "rows_other": "{{count}} 条" }\n',
  "lib/i18n/messages/zh-Hant/columns.json":
    '{ "title": "欄目 {{name}}", "rows_other": "{{count}} 條" }\n',
  "lib/i18n/messages/en/columns.json":
    '{ "title": "Column {{name}}", "rows_one": "{{count}} row", "rows_other": "{{count}} rows" }\n',
  "components/ui/button.tsx": `export function Button({ name }: { name: string }) {
  return <button type="submit">{name}</button>;
}
`,
  "themes/base/tokens.css": "@theme inline {\n  --color-main: var(--main);\n}\n",
  "themes/contract.ts": `export type ListView = { title: string; day: string };
`,
  "themes/paper/list.tsx": `import { Button } from "#components/ui/button.tsx";
import { day } from "#lib/format/day.ts";
import { render } from "#lib/richtext/render.ts";
import type { ListView } from "../contract.ts";

export function List({ view }: { view: ListView }) {
  return (
    <main>
      {render(view.title)} {day(view.day)}
      <Button name="go" />
    </main>
  );
}
`,

  "modules/access/README.md": readme("access"),
  "modules/access/context.ts": `import type { Db } from "#db/client.ts";

export type Ctx = { db: Db; now: Date };
`,
  "modules/access/session.ts": `import { db } from "#db/client.ts";
import type { Ctx } from "#modules/access/context.ts";

export const readSession = (): Ctx => ({ db, now: new Date(0) });
`,
  "modules/access/action.ts": `export const staffAction = <Command>(command: Command) => command;
`,
  "modules/columns/README.md": readme("columns"),
  "modules/columns/queries.ts": `import "server-only";
import { db } from "#db/client.ts";
import { columns } from "#db/schema/columns.ts";
import { resources } from "#db/schema/resources.ts";

export function listColumns(): string[] {
  return [db, columns, resources].map(String);
}
`,
  "modules/columns/events.ts": `import * as z from "zod";

export const columnMoved = z.object({ columnId: z.number() });
`,
  "modules/resources/README.md": readme("resources"),
  "modules/resources/domain.ts": `import type { ColumnState } from "#db/enums/columns.ts";

export const mayShow = (state: ColumnState) => state === "open";
`,
  "modules/resources/domain.test.ts": `import { expect, test } from "vitest";
import { buildColumn } from "#db/testing/factories.ts";
import { mayShow } from "./domain.ts";

test("an open column shows", () => {
  expect(mayShow("open")).toBe(true);
  expect(buildColumn()).toBeDefined();
});
`,
  "modules/resources/policy.ts": `import type { Ctx } from "#modules/access/context.ts";

export const canPublish = (ctx: Ctx) => ctx.now.getTime() >= 0;
`,
  "modules/resources/commands/publish.ts": `import "server-only";
import { auditEntry } from "#db/schema/_kernel.ts";
import { resources } from "#db/schema/resources.ts";
import type { Ctx } from "#modules/access/context.ts";
import { listColumns } from "#modules/columns/queries.ts";
import { mayShow } from "../domain.ts";
import { canPublish } from "../policy.ts";

export async function publish(ctx: Ctx): Promise<boolean> {
  await ctx.db.insert(resources).values({ id: 1 });
  await ctx.db.insert(auditEntry).values({ id: listColumns().length });
  return canPublish(ctx) && mayShow("open");
}
`,
  "modules/resources/editions/commands.ts": `import "server-only";
import { resources } from "#db/schema/resources.ts";
import type { Ctx } from "#modules/access/context.ts";

export async function openEdition(ctx: Ctx): Promise<void> {
  await ctx.db.insert(resources).values({ id: 2 });
}
`,
  "modules/resources/loaders.ts": `import "server-only";
import { readSession } from "#modules/access/session.ts";
import { listColumns } from "#modules/columns/queries.ts";
import type { ListView } from "#themes/contract.ts";

export const loadList = (): ListView => ({
  title: listColumns().join(" "),
  day: readSession().now.toISOString(),
});
`,
  "modules/resources/actions.ts": `"use server";
import { staffAction } from "#modules/access/action.ts";
import { publish } from "./commands/publish.ts";
import { openEdition } from "./editions/commands.ts";

export const publishAction = staffAction(publish);
export const openEditionAction = staffAction(openEdition);
`,
  "modules/resources/components/form.tsx": `import { openEditionAction, publishAction } from "../actions.ts";

export function PublishForm() {
  return <form>{[openEditionAction, publishAction].length}</form>;
}
`,
  "modules/search/README.md": readme("search"),
  "modules/search/reactions.ts": `import { columnMoved } from "#modules/columns/events.ts";

export const reindex = () => columnMoved;
`,
  "modules/reactions.ts": `import { reindex } from "#modules/search/reactions.ts";

export const afterCommit = { "column.moved": [reindex] };
`,
  "app/layout.tsx": `export default function Layout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="zh-CN">
      <body>{children}</body>
    </html>
  );
}
`,
  "app/sites/page.tsx": `import { loadList } from "#modules/resources/loaders.ts";
import { List } from "#themes/paper/list.tsx";

export default function Page() {
  return <List view={loadList()} />;
}
`,
  "app/admin/page.tsx": `import { PublishForm } from "#modules/resources/components/form.tsx";

export default function Page() {
  return <PublishForm />;
}
`,
  "app/api/v1/route.ts": `import { listColumns } from "#modules/columns/queries.ts";

export const GET = () => Response.json(listColumns());
`,
  "gateway/main.ts": `import { db } from "#db/client.ts";
import { log } from "#lib/logger.ts";
import { listColumns } from "#modules/columns/queries.ts";

log([db, listColumns()].join(" "));
`,
  "worker/main.ts": `import { log } from "#lib/logger.ts";
import { afterCommit } from "#modules/reactions.ts";

log(Object.keys(afterCommit).join(" "));
`,
  "scripts/seed.ts": `import { db } from "#db/client.ts";
import { columns } from "#db/schema/columns.ts";

console.log(process.env["HOME"], db, columns);
`,
};

export function write(folder: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Writes the tree into a new temporary folder, with the house's own rule files, and returns its path. */
export function makeCleanTree(): string {
  const folder = mkdtempSync(join(tmpdir(), "zs-walls-"));
  write(folder, SOURCES);
  for (const file of RULE_FILES) copyFileSync(join(HOUSE, file), join(folder, file));
  cpSync(join(HOUSE, ".ci"), join(folder, ".ci"), { recursive: true });
  // A folder of links, not one link: what the tools keep in node_modules/.cache must not be the house's.
  mkdirSync(join(folder, "node_modules"));
  for (const entry of readdirSync(join(HOUSE, "node_modules"))) {
    if (entry === ".cache") continue;
    symlinkSync(join(HOUSE, "node_modules", entry), join(folder, "node_modules", entry));
  }
  return folder;
}
