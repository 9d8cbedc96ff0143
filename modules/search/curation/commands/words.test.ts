import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Desk } from "#db/testing/desk.ts";
import { openOnlineDesk } from "#db/testing/desk.ts";
import { bringOne, targetOf } from "#db/testing/imported.ts";
import { fresh, testDatabase } from "#db/testing/scene.ts";
import { env } from "#lib/env.ts";
import { countTermsAnew } from "#modules/search/commands/terms.ts";
import { saveClassTabs } from "#modules/search/curation/commands/class-tabs.ts";
import { takeProtectedFile, takeSynonymFile } from "#modules/search/curation/commands/files.ts";
import { protectWords, releaseWord } from "#modules/search/curation/commands/protected.ts";
import { deleteSynonym, saveSynonym } from "#modules/search/curation/commands/synonyms.ts";
import { trySynonym } from "#modules/search/curation/commands/trial.ts";
import {
  loadCandidates,
  loadProtected,
  loadProtectedFile,
  loadSynonymFile,
  loadSynonyms,
} from "#modules/search/curation/loaders.ts";
import { plainly } from "#modules/search/domain/asked.ts";
import { listClassTabs } from "#modules/search/queries/class-tabs.ts";
import { connectSearch, postgresIndex } from "#modules/search/queries/postgres-engine.ts";

const base = testDatabase();
const { sql, db } = connectSearch(env.DATABASE_URL);
const index = postgresIndex(db);
let desk: Desk;

beforeAll(async () => {
  desk = await openOnlineDesk(base);
});
afterAll(async () => {
  await sql.end();
  await base.close();
});

const superAdmin = () => ({
  db: base.db,
  actor: {
    kind: "staff" as const,
    accountId: 1,
    grants: [{ role: "super-admin" as const, scope: "platform" as const }],
  },
});
const ask = (q: string) => index.search(plainly(q, desk.siteId, "site"));
const titlesOf = async (q: string) =>
  (await ask(q)).hits.map(({ title }) => title.map(({ text }) => text).join(""));
const bytes = (text: string) => new TextEncoder().encode(text);
const actionsOn = async (kind: string, id: string) =>
  (
    await base.owner<{ action: string }[]>`
      select action from audit_entry where subject_kind = ${kind} and subject_id = ${id} order by id`
  ).map(({ action }) => action);

describe("synonyms", () => {
  test("are added, changed, tried, searched by and taken away, each with its audit row", async () => {
    const [word, official] = [fresh("w"), fresh("k")];
    await bringOne(desk.operator, targetOf(desk), { title: `${official}办理指南` });
    const ctx = superAdmin();
    const trial = await trySynonym(ctx, { siteId: desk.siteId, word, official: [official] });
    expect([trial.before.titles, trial.after.titles]).toEqual([[], [`${official}办理指南`]]);
    expect(await titlesOf(word)).toEqual([]);
    const add = { before: null, word: word.toUpperCase(), official: [official] };
    expect(await saveSynonym(ctx, add)).toEqual({ ok: true, value: { word } });
    expect(await titlesOf(word)).toEqual([`${official}办理指南`]);
    expect(await saveSynonym(ctx, add)).toEqual({ ok: false, problems: ["word-known"] });
    const other = `${word}新`;
    expect(await saveSynonym(ctx, { before: word, word: other, official: ["别的"] })).toMatchObject(
      {
        ok: true,
      },
    );
    expect(await saveSynonym(ctx, { before: word, word, official: ["别的"] })).toEqual({
      ok: false,
      problems: ["word-gone"],
    });
    const { rows } = await loadSynonyms(ctx, { words: word });
    expect(rows.map((row) => [row.word, row.official])).toEqual([[other, ["别的"]]]);
    await deleteSynonym(ctx, other);
    await expect(deleteSynonym(ctx, other)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await actionsOn("search-synonym", word)).toEqual(["search.synonym-save"]);
    expect(await actionsOn("search-synonym", other)).toEqual([
      "search.synonym-save",
      "search.synonym-delete",
    ]);
  });

  test("come in from a file in UTF-8 or GB18030, all of it or nothing, and go out in the same form", async () => {
    const ctx = superAdmin();
    const word = fresh("w");
    const gb = Buffer.concat([
      Buffer.from(`${word}\t`),
      // 居民身份证 in GB18030
      Buffer.from("bed3c3f1c9edb7ddd6a4", "hex"),
      Buffer.from("\r\n"),
    ]);
    expect(await takeSynonymFile(ctx, gb)).toEqual({ ok: true, value: { count: 1 } });
    const { bytes: file } = await loadSynonymFile(ctx);
    expect(file.toString("utf8")).toContain(`${word}\t居民身份证\n`);
    const half = fresh("half");
    const refused = await takeSynonymFile(ctx, bytes(`${half}\t名称\n没有名称\n`));
    expect(refused).toEqual({
      ok: false,
      problems: [],
      fields: [{ field: "没有名称", problem: "line-synonym", limit: 2 }],
    });
    expect((await loadSynonyms(ctx, { words: half })).rows).toEqual([]);
    const problemOf = async (given: Uint8Array) => {
      const taken = await takeSynonymFile(ctx, given);
      return taken.ok ? [] : taken.problems;
    };
    expect(await problemOf(bytes("# 只有说明\n"))).toEqual(["words-none"]);
    expect(await problemOf(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 9, 65]))).toEqual([
      "words-not-text",
    ]);
    expect(await problemOf(new Uint8Array(6 * 1024 * 1024).fill(65))).toEqual(["words-large"]);
  });

  test("are listed screen by screen", async () => {
    const ctx = superAdmin();
    const word = fresh("p");
    const lines = Array.from(
      { length: 51 },
      (_, at) => `${word}${String(at).padStart(2, "0")}\t名`,
    );
    await takeSynonymFile(ctx, bytes(lines.join("\n")));
    const first = await loadSynonyms(ctx, { words: word });
    expect([first.rows.length, first.nextAfter]).toEqual([50, `${word}49`]);
    const second = await loadSynonyms(ctx, { words: word, after: first.nextAfter ?? "" });
    expect(second.rows.map((row) => row.word)).toEqual([`${word}50`]);
    for (const words of ["%", "_", "\\", "'", "\u0000"])
      expect((await loadSynonyms(ctx, { words, after: words })).rows.length).toBeLessThan(51);
  });
});

describe("a protected word", () => {
  test("is never corrected, whether by the words that are known or by a title", async () => {
    const ctx = superAdmin();
    await bringOne(desk.operator, targetOf(desk), { title: "云州市道路交通安全条例" });
    await countTermsAnew(base.db);
    expect((await ask("道路交同安全条例")).understood.corrected?.to).toBe("道路交通安全条例");
    expect(await protectWords(ctx, ["交同"])).toBe(1);
    expect(await protectWords(ctx, ["交同"])).toBe(0);
    const { understood } = await ask("道路交同安全条例");
    expect([understood.corrected, understood.suggestion]).toEqual([null, null]);
    await releaseWord(ctx, "交同");
    await expect(releaseWord(ctx, "交同")).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await ask("道路交同安全条例")).understood.corrected?.to).toBe("道路交通安全条例");
    expect(await actionsOn("search-protected", "交同")).toEqual(["search.release-word"]);
  });

  test("comes in from a file and goes out in one", async () => {
    const ctx = superAdmin();
    const word = fresh("保");
    expect(await takeProtectedFile(ctx, bytes(`${word}\n${word}\n`))).toEqual({
      ok: true,
      value: { count: 1 },
    });
    expect((await loadProtected(ctx, { words: word })).rows.map((row) => row.word)).toEqual([word]);
    expect((await loadProtectedFile(ctx)).bytes.toString("utf8")).toContain(`${word}\n`);
  });
});

describe("kinds of results", () => {
  test("are shown as the site's editors ordered and named them, or as usual", async () => {
    const admin = desk.person("site-admin");
    const usual = await listClassTabs(base.citizen, desk.siteId);
    expect(usual.map((tab) => tab.class)).toContain("supervision");
    const tabs = [
      { class: "policy" as const, name: "文件" },
      { class: "news" as const, name: null },
    ];
    await saveClassTabs(admin, { siteId: desk.siteId, tabs });
    expect(await listClassTabs(base.citizen, desk.siteId)).toEqual(tabs);
    await saveClassTabs(admin, { siteId: desk.siteId, tabs: [] });
    expect(await listClassTabs(base.citizen, desk.siteId)).toEqual(usual);
    expect(await actionsOn("site", String(desk.siteId))).toEqual(
      expect.arrayContaining(["search.class-tabs"]),
    );
  });
});

test("what may be recommended is found by words or by address, live and on the site", async () => {
  const admin = desk.person("site-admin");
  const title = `${fresh("荐")}公告`;
  const { resourceId, path } = await bringOne(desk.operator, targetOf(desk), { title });
  const find = async (words: string) =>
    (await loadCandidates(admin, { siteId: desk.siteId, words })).map((one) => one.resourceId);
  for (const words of [title, path, `/care${path}`, `https://${desk.host}${path}?from=a#b`])
    expect([words, await find(words)]).toEqual([words, [resourceId]]);
  for (const words of [`https://other.example.cn${path}`, "/nowhere/1.html", "https://"])
    expect([words, await find(words)]).toEqual([words, []]);
});

test("a stranger and whoever manages one site alone are refused at the group's words", async () => {
  const forbidden = { code: "FORBIDDEN" };
  for (const ctx of [desk.stranger, desk.person("author"), desk.person("site-admin")])
    for (const act of [
      () => saveSynonym(ctx, { before: null, word: "a", official: ["b"] }),
      () => deleteSynonym(ctx, "a"),
      () => takeSynonymFile(ctx, bytes("a\tb")),
      () => trySynonym(ctx, { siteId: desk.siteId, word: "a", official: ["b"] }),
      () => protectWords(ctx, ["a"]),
      () => releaseWord(ctx, "a"),
      () => takeProtectedFile(ctx, bytes("a")),
      () => loadSynonyms(ctx, {}),
      () => loadProtected(ctx, {}),
      () => loadSynonymFile(ctx),
      () => loadProtectedFile(ctx),
      () => loadCandidates(ctx, { siteId: null, words: "a" }),
    ])
      await expect(act()).rejects.toMatchObject(forbidden);
  for (const ctx of [desk.stranger, desk.person("site-admin", desk.siteId + 100_000)])
    for (const act of [
      () => saveClassTabs(ctx, { siteId: desk.siteId, tabs: [] }),
      () => loadCandidates(ctx, { siteId: desk.siteId, words: "a" }),
    ])
      await expect(act()).rejects.toMatchObject(forbidden);
});
