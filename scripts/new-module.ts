/**
 * `npm run new-module letters`: writes an empty but valid module and tells what comes next. The name
 * must stand in .ci/tiers.json first, because the tier decides what it may import.
 */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import tiers from "../.ci/tiers.json" with { type: "json" };

const NEXT_STEPS = `
1. README.md: say in two sentences what it is, in Chinese and English.
2. db/schema/NAME.ts and db/enums/NAME.ts, then \`npx drizzle-kit generate\`; read the SQL it wrote.
3. domain.ts and policy.ts with their table tests; then queries, commands and their tests.
4. Words in lib/i18n/messages/{zh-CN,zh-Hant,en}/NAME.json; what others should do about your events
   in modules/reactions.ts.
5. Screens in components/, composed in app/. Until something uses a file, verify calls it unused.
`;

/** `policy-drafts` → `PolicyDrafts`. */
function pascal(name: string): string {
  return name.replace(/(^|-)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase());
}

function readme(name: string): string {
  return `# ${name} · 名字

**中文**：一两句话，说它是什么，管什么，不管什么。

**English**: one or two sentences: what it is, what it keeps, what it leaves to others.

- Tables: none yet.
- Events: none yet.
- Grants: none yet.
- Rules served: none yet (ids such as GL-14.9 from the standards).
`;
}

function domain(name: string): string {
  return `export type ${pascal(name)}Problem = "no-title";

/** Every reason it may not be kept, so the writer sees the whole list at once. Empty means go. */
export function titleProblems({ title }: { title: string }): ${pascal(name)}Problem[] {
  return title.trim() === "" ? ["no-title"] : [];
}
`;
}

const DOMAIN_TEST = `import { expect, test } from "vitest";
import { titleProblems } from "./domain.ts";

test.each([
  ["", ["no-title"]],
  ["  ", ["no-title"]],
  ["关于举办座谈会的通知", []],
])("a title of %j has the problems %j", (title, problems) => {
  expect(titleProblems({ title })).toEqual(problems);
});
`;

function files(name: string): Record<string, string> {
  return {
    "README.md": readme(name),
    "schema.ts": `import * as z from "zod";

/** What comes in through a form or the API; a browser may import this file. */
export const ${name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())}Input = z.object({
  title: z.string().max(200),
});
`,
    "domain.ts": domain(name),
    "domain.test.ts": DOMAIN_TEST,
    "policy.ts":
      "// May this actor do it, and to which of these may they: two pure questions a screen asks too.\nexport {};\n",
    "queries.ts":
      '// Reads: `ctx` first, then one object; named columns, scoped by site, bounded and ordered.\nimport "server-only";\n',
    "commands.ts":
      '// Writes: one verb, one transaction: find, policy, domain, rows, audit, event.\nimport "server-only";\n',
    "events.ts":
      "// What this module announces: a zod object each, named in the past tense.\nexport {};\n",
  };
}

/** Why `name` cannot become a module of `root`, or null. */
export function nameProblem(root: string, name: string): string | null {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    return `"${name}": a module is named by one noun in kebab-case (letters, policy-drafts)`;
  }
  if (existsSync(join(root, "modules", name))) return `modules/${name} exists`;
  const known = Object.values(tiers).flat();
  if (known.includes(name)) return null;
  return `"${name}" stands in no tier: write it into .ci/tiers.json (${Object.keys(tiers).join(", ")}) and say in the commit why that one`;
}

export function writeModule(root: string, name: string): string[] {
  const folder = join(root, "modules", name);
  mkdirSync(folder, { recursive: true });
  return Object.entries(files(name)).map(([file, text]) => {
    writeFileSync(join(folder, file), text);
    return `modules/${name}/${file}`;
  });
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { root: { type: "string", default: join(import.meta.dirname, "..") } },
  });
  const [name = ""] = positionals;
  const problem = nameProblem(values.root, name);
  if (problem === null) {
    console.log(writeModule(values.root, name).join("\n"));
    console.log(NEXT_STEPS.replaceAll("NAME", name));
  } else {
    console.error(problem);
    process.exitCode = 1;
  }
}
