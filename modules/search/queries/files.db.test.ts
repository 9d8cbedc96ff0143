import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Desk } from "#db/testing/desk.ts";
import { openOnlineDesk } from "#db/testing/desk.ts";
import { bringWithFiles, storePaper } from "#db/testing/papers.ts";
import { fresh, testDatabase } from "#db/testing/scene.ts";
import { questionFor } from "#db/testing/search-contract-tools.ts";
import { inTransaction } from "#db/tx.ts";
import { env } from "#lib/env.ts";
import { makeDocx } from "#lib/papers/testing/make-office.ts";
import { makePdf } from "#lib/papers/testing/make-pdf.ts";
import type { AssetRow } from "#modules/media/queries.ts";
import { extractNext } from "#modules/media/texts/commands/extract.ts";
import { listTextStates } from "#modules/media/texts/queries.ts";
import { publishResource } from "#modules/resources/commands/publish.ts";
import { withdrawResource } from "#modules/resources/commands/withdraw.ts";
import { keepIndexed } from "#modules/search/commands/keep.ts";
import { rebuildIndex } from "#modules/search/commands/rebuild.ts";
import { connectSearch, postgresIndex } from "#modules/search/queries/postgres-engine.ts";
import { verifyIndex } from "#modules/search/queries/verify.ts";
import type { SearchHit } from "#modules/search/schema.ts";

/** Each file is read by a process of its own: some seconds each where the machine is busy. */
vi.setConfig({ testTimeout: 180_000 });

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

async function readUntil(file: AssetRow): Promise<void> {
  while ((await listTextStates(base.db, [file.id])).get(file.id) === "waiting")
    await extractNext(base.db, new AbortController().signal);
}

const find = async (q: string): Promise<readonly SearchHit[]> =>
  (await index.search(questionFor(desk.siteId, q, { literal: true }))).hits;
const idsOf = async (q: string) => (await find(q)).map(({ resourceId }) => resourceId);
const textOf = (runs: SearchHit["snippet"]) => runs.map(({ text }) => text).join("");

/** A word that no dictionary knows and no other test has. */
const rare = () => fresh("zq");

test("words that stand only in a file find what carries it, and say where they stand", async () => {
  const word = rare();
  const plan = await storePaper(
    desk,
    "应急预案.docx",
    makeDocx(["总则", `青衣江${word}闸门由值班员启闭`]),
  );
  const list = await storePaper(desk, "名单.docx", makeDocx([`名单${rare()}`]));
  const resourceId = await bringWithFiles(desk, [plan, list], { title: "关于印发两个文件的通知" });
  expect(await idsOf(word)).toEqual([]);
  await readUntil(plan);
  await readUntil(list);
  const [hit] = await find(word);
  expect(hit).toMatchObject({
    resourceId,
    snippetFile: "应急预案.docx",
    attachments: [
      { name: "应急预案.docx", isWhereFound: true },
      { name: "名单.docx", isWhereFound: false },
    ],
  });
  expect(textOf(hit?.snippet ?? [])).toContain(`青衣江${word}闸门`);
  expect(hit?.snippet.some(({ text, isHit }) => isHit && text === word)).toBe(true);
});

test("words of the text are shown from the text, whatever its files hold", async () => {
  const [common, title] = [rare(), `关于${rare()}的公告`];
  const file = await storePaper(desk, "附表.pdf", makePdf([[`附表 ${common}`]]));
  await bringWithFiles(desk, [file], { title, body_html: `<p>正文里也有${common}。</p>` });
  await readUntil(file);
  const [hit] = await find(common);
  expect(hit).toMatchObject({ snippetFile: null, attachments: [{ isWhereFound: true }] });
  expect(textOf(hit?.snippet ?? [])).toContain("正文里也有");
  expect((await find(title.slice(2, -3)))[0]?.attachments).toMatchObject([{ isWhereFound: false }]);
});

test("what is withdrawn is gone with the words of its files, at once; what comes back is found again", async () => {
  const word = rare();
  const file = await storePaper(desk, "预案.docx", makeDocx([word]));
  const resourceId = await bringWithFiles(desk, [file]);
  await readUntil(file);
  expect(await idsOf(word)).toEqual([resourceId]);
  await withdrawResource(desk.operator, { resourceId, reason: "有误" });
  expect(await idsOf(word)).toEqual([]);
  const [row] = await base.owner`
    select count(*)::int as n from search_document where words::text like ${`%${word}%`}`;
  expect(row?.["n"]).toBe(0);
  await publishResource(desk.operator, { resourceId });
  expect(await idsOf(word)).toEqual([resourceId]);
});

test("a file whose words come after the withdrawal makes nothing findable", async () => {
  const word = rare();
  const file = await storePaper(desk, "预案.docx", makeDocx([word]));
  const resourceId = await bringWithFiles(desk, [file]);
  await withdrawResource(desk.operator, { resourceId, reason: "有误" });
  await readUntil(file);
  expect(await idsOf(word)).toEqual([]);
});

test("one reading serves all who carry the file, those before it and those after it", async () => {
  const word = rare();
  const file = await storePaper(desk, "预案.docx", makeDocx([word]));
  const before = [await bringWithFiles(desk, [file]), await bringWithFiles(desk, [file])];
  await readUntil(file);
  const after = await bringWithFiles(desk, [file]);
  expect((await idsOf(word)).sort((a, b) => a - b)).toEqual([...before, after]);
});

/** Until somebody waits for a row of asset_text. */
async function untilHeld(): Promise<string> {
  for (;;) {
    const waiting = await base.owner`
      select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%update asset_text set attempts = attempts where%'`;
    if (waiting.length > 0) return "held";
  }
}

test("an act that has looked at a file that is not read holds back its words until it is seen", async () => {
  const word = rare();
  const file = await storePaper(desk, "预案.docx", makeDocx([word]));
  const resourceId = await bringWithFiles(desk, [file]);
  const looked = Promise.withResolvers<void>();
  const go = Promise.withResolvers<void>();
  const act = inTransaction(base.db, async (tx) => {
    await keepIndexed(tx, [resourceId]);
    looked.resolve();
    await go.promise;
  });
  await looked.promise;
  const written = base.owner`
    update asset_text set attempts = attempts where sha256 = decode(${file.sha256}, 'hex')`.execute();
  expect(await Promise.race([written.then(() => "written"), untilHeld()])).toBe("held");
  go.resolve();
  await act;
  await written;
  await readUntil(file);
  expect(await idsOf(word)).toEqual([resourceId]);
});

test("the verifier looks at the words of files, and a rebuild brings them back", async () => {
  const word = rare();
  const file = await storePaper(desk, "预案.docx", makeDocx([word]));
  const resourceId = await bringWithFiles(desk, [file]);
  await readUntil(file);
  const differs = async () =>
    (await verifyIndex(base.db)).differences.filter((one) => one.resourceId === resourceId);
  expect(await differs()).toEqual([]);
  await base.owner`
    update search_document set words = ts_delete(words, ${word}) where resource_id = ${resourceId}`;
  expect(await differs()).toEqual([{ resourceId, what: "other" }]);
  await rebuildIndex(desk.operator, () => {});
  expect(await differs()).toEqual([]);
  expect(await idsOf(word)).toEqual([resourceId]);
});
