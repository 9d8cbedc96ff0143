/** Whoever runs a site sees what an import made of every record, and where every old address leads. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { expect, test } from "@playwright/test";
import { cli } from "#e2e/support/cli.ts";
import { withDatabase } from "#e2e/support/database.ts";
import { freshWord, importFile, makeDocument } from "#e2e/support/documents.ts";
import { deskOrigin, signIn } from "./support/desk-editor.ts";

const SITE = "yunchuan";
const word = freshWord();
const folder = mkdtempSync(join(tmpdir(), "zs-e2e-imports-"));
const file = join(folder, `${word}.jsonl`);
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a batch shows every record with its outcome and reason, page by page", async ({
  browser,
}) => {
  const good = makeDocument(`导入的通知${word}`);
  const lines = [
    JSON.stringify({ ...good, url: `http://old.example.cn/${word}/1.html` }),
    '{"id": broken',
    JSON.stringify({ ...makeDocument("x"), title: "" }),
    JSON.stringify({ ...makeDocument("y"), date: "昨天" }),
    JSON.stringify(good),
    ...Array.from({ length: 55 }, (_, at) => JSON.stringify(makeDocument(`第${at}条${word}`))),
  ];
  writeFileSync(file, lines.map((line) => `${line}\n`).join(""));
  const { code } = await importFile(file, { site: SITE, column: "zwdt/tzgg", as: "draft" });
  expect(code).toBe(1);
  const page = await signIn(browser, "site-admin", SITE);
  await page.getByRole("link", { name: "导入", exact: true }).click();
  const row = page.getByRole("row", { name: new RegExp(word) });
  await expect(row).toContainText("JSON Lines");
  await expect(row).toContainText("56 / 1 / 3");
  await expect(row).toContainText("完成");
  await expect(row).toContainText("命令行");
  await page.getByRole("link", { name: `${word}.jsonl` }).click();
  await expect(page.getByText("已有，内容不同")).toHaveCount(0);
  await expect(page.getByText("编号和本文件前面的记录相同，以前面的为准")).toBeVisible();
  await expect(page.getByRole("row")).toHaveCount(51);
  await page.getByRole("link", { name: "下一页" }).click();
  await expect(page.getByRole("row")).toHaveCount(11);
  await page.getByRole("link", { name: "回到第一页" }).click();
  await page.getByRole("link", { name: "退回 3" }).click();
  await expect(page.getByRole("row")).toHaveCount(4);
  await expect(page.getByText("第 2 行：不是 JSON", { exact: true })).toBeVisible();
  await expect(page.getByText("标题：没有填写")).toBeVisible();
  await expect(page.getByText("日期：格式不对")).toBeVisible();
  await page.getByRole("link", { name: "全部 60" }).click();
  await page.getByRole("link", { name: good.title }).click();
  await expect(page.getByLabel("标题", { exact: true })).toHaveValue(good.title);
});

test("old addresses are counted by what became of them, filtered and searched", async ({
  browser,
}) => {
  const old = (path: string) => `http://www.old.example.cn/${word}/${path}`;
  const document = { ...makeDocument(`搬来的${word}`), url: old("moved.html") };
  writeFileSync(file, `${JSON.stringify(document)}\n`);
  await importFile(file, { site: "yunzhou", column: "zwdt/tzgg", as: "published" });
  const list = join(folder, "list.txt");
  const gone = join(folder, "gone.json");
  writeFileSync(list, ["moved.html", "tv/1.html", "lost.html"].map(old).join("\n"));
  writeFileSync(gone, JSON.stringify({ [old("tv/*")]: "栏目已停办" }));
  const ran = await cli("migration", "--site", "yunzhou", "--urls", list, "--gone", gone);
  expect(ran.code).toBe(1);
  const page = await signIn(browser, "site-admin", "yunzhou");
  await page.goto(`${deskOrigin()}/admin/imports`);
  await page.getByRole("link", { name: "旧网址", exact: true }).click();
  await expect(page.getByText(/个旧网址，.*% 有着落/)).toBeVisible();
  await page.getByLabel("网址里的字").fill(word);
  await page.getByRole("button", { name: "查找" }).click();
  const cells = (name: string) => page.getByRole("row", { name: new RegExp(name) });
  await expect(cells("moved.html")).toContainText("已迁入");
  await expect(cells("tv/1.html")).toContainText("有意不迁");
  await expect(cells("tv/1.html")).toContainText("栏目已停办");
  await expect(cells("lost.html")).toContainText("缺");
  await expect(cells("lost.html")).toContainText("没有迁入，也没有写明不迁的原因");
  await page.getByRole("link", { name: /^缺 \d+$/ }).click();
  await expect(page.getByLabel("网址里的字")).toHaveValue(word);
  await expect(page.getByRole("row")).toHaveCount(2);
  await page.getByLabel("网址里的字").fill("no-such-address");
  await page.getByRole("button", { name: "查找" }).click();
  await expect(page.getByText("没有符合条件的。请换一个条件，或点“全部”。")).toBeVisible();
});

test("a batch that was killed is found by the worker, says what to do, and the same command ends it", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const killed = join(folder, `killed-${word}.jsonl`);
  writeFileSync(killed, `${JSON.stringify(makeDocument(`没做完${word}`))}\n`);
  const again = { site: SITE, column: "zwdt/tzgg", as: "draft" } as const;
  await importFile(killed, again);
  const batch = await withDatabase(async (sql) => {
    const [row] = await sql<{ id: string }[]>`
      update import_batch set finished_at = null, last_at = now() - interval '1 day'
      where file_name = ${basename(killed)} returning id`;
    return row?.id ?? "";
  });
  const page = await signIn(browser, "site-admin", SITE);
  await page.goto(`${deskOrigin()}/admin/imports/${batch}`);
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(/^这一批中断了/)).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 200_000 });
  const { report } = await importFile(killed, again);
  expect(report).toMatchObject({ imported: 1, merged: 0, refused: 0 });
  await page.reload();
  await expect(page.getByText("完成", { exact: true })).toBeVisible();
});

test("addresses that were tampered with show a screen, never an error", async ({ browser }) => {
  const page = await signIn(browser, "site-admin", SITE);
  for (const path of [
    "imports?before=-1",
    "imports?before=999999999999999",
    "imports?before=x&before=y",
    "imports/0",
    "imports/x",
    "imports/999999999999999",
    "imports/99999999999999999999",
    "imports/1?status=evil&after=99999999999",
    "imports/1?status=refused&status=merged",
    "imports/addresses?fate=evil",
    "imports/addresses?fate=missing&fate=gone&words=a&words=b",
    "imports/addresses?words=%00%25_%27&after=%00",
    `imports/addresses?words=${"长".repeat(200)}`,
  ]) {
    const answer = await page.goto(`${deskOrigin()}/admin/${path}`);
    expect([path, answer?.status()]).toEqual([path, 200]);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await page.content()).not.toMatch(/PostgresError|at Object\.|digest/);
  }
});
