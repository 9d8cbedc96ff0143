import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Desk } from "#db/testing/desk.ts";
import { openDesk } from "#db/testing/desk.ts";
import { bring, record, targetOf } from "#db/testing/imported.ts";
import { testDatabase } from "#db/testing/scene.ts";
import { migrationCommand } from "./migration.ts";
import type { Platform } from "./platform.ts";
import { UsageError } from "./usage.ts";

const OLD = "http://www.old.example.cn";
const base = testDatabase();
const folder = mkdtempSync(join(tmpdir(), "zs-migration-"));
const at = (name: string) => join(folder, name);
let desk: Desk;

beforeAll(async () => {
  desk = await openDesk(base);
  writeFileSync(at("urls.txt"), `${OLD}/show.jsp?id=7\n${OLD}/show.jsp?id=8\n${OLD}/lost.html\n`);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await base.close();
});

const run = (more: Record<string, string> = {}) => {
  const platform: Platform = {
    ctx: desk.operator,
    db: base.db,
    addressOf: (host, path) => `http://${host}${path}`,
    close: async () => {},
  };
  const values = { site: desk.code, urls: at("urls.txt"), report: at("r.json"), ...more };
  return migrationCommand.run(platform, { values, words: [] });
};

test("of addresses told apart by their query each has its own line", async () => {
  await bring(desk.operator, targetOf(desk), record({ url: `${OLD}/show.jsp?id=7` }));
  expect(await run()).toBe(1);
  const { lines } = JSON.parse(readFileSync(at("r.json"), "utf8"));
  const moved = expect.stringMatching(/^http:.*\.html$/);
  expect(lines).toMatchObject([
    { url: `${OLD}/show.jsp?id=7`, fate: "moved", address: moved, reason: null },
    { url: `${OLD}/show.jsp?id=8`, fate: "missing", address: null, reason: null },
    { url: `${OLD}/lost.html`, fate: "missing", address: null, reason: null },
  ]);
});

test("words behind a page's path change nothing; of the home page only WordPress's lead on", async () => {
  const page = `${OLD}/brought.html`;
  await bring(
    desk.operator,
    targetOf(desk),
    record({ url: page }),
    record({ url: `${OLD}/?p=7` }),
    record({ url: `${OLD}/?id=7` }),
  );
  writeFileSync(
    at("urls.txt"),
    [`${page}?v=2`, `${OLD}/zwdt/tzgg?id=7`, `${OLD}/?p=7`, `${OLD}/?p=8`, `${OLD}/?id=7`].join(
      "\n",
    ),
  );
  await run();
  const { lines } = JSON.parse(readFileSync(at("r.json"), "utf8")) as { lines: { fate: string }[] };
  expect(lines.map(({ fate }) => fate)).toEqual(["moved", "moved", "moved", "missing", "missing"]);
});

test("a list of reasons that is broken or not there is told with the option's name", async () => {
  writeFileSync(at("gone.json"), "{ broken");
  for (const name of ["gone.json", "nowhere.json"]) {
    const failed = run({ gone: at(name) });
    await expect(failed).rejects.toBeInstanceOf(UsageError);
    await expect(failed).rejects.toThrow(`--gone ${at(name)}: `);
  }
});
