import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { withDatabase } from "#e2e/support/database.ts";
import { ask } from "#e2e/support/http.ts";
import { siteOf } from "#e2e/support/product.ts";
import { deskOrigin, openNewDraft, signIn } from "./support/desk-editor.ts";
import type { Target } from "./support/entry-points.ts";
import { askFrom, entryPoints, listActs } from "./support/entry-points.ts";

const SITE = "yunchuan";
const SECRET = "只有本站的人能看的稿件";

const siteIdOf = (code: string): Promise<number> =>
  withDatabase(async (sql) => {
    const [row] = await sql<{ id: string }[]>`select id from site where code = ${code}`;
    return Number(row?.id);
  });

/** A draft of one site, with a picture that was uploaded for it. */
async function draftWithPicture(author: Page): Promise<Target & { title: string }> {
  await openNewDraft(author);
  const edition = new URL(author.url()).pathname.split("/").at(-1) ?? "";
  const title = `${SECRET}${Date.now()}`;
  await author.getByLabel("标题", { exact: true }).fill(title);
  await author.keyboard.press("Control+s");
  await expect(author.getByText(/^已保存 /)).toBeVisible();
  const asset = await author.evaluate(
    async (siteId) => {
      const canvas = document.createElement("canvas");
      const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
      const form = new FormData();
      form.set("file", blob ?? new Blob(), "a.png");
      form.set("site", String(siteId));
      const answer = await fetch("/admin/api/media", { method: "POST", body: form });
      return ((await answer.json()) as { value?: { assetId: number } }).value?.assetId ?? 0;
    },
    await siteIdOf(SITE),
  );
  expect(asset).toBeGreaterThan(0);
  return { edition, asset: String(asset), title };
}

/** Bodies that fit, so that it is the person who is refused and not the words. */
const BODIES: Record<string, unknown> = {
  return: { reason: "理由充分" },
  withdraw: { reason: "理由充分" },
  archive: { reason: "理由充分" },
  unarchive: { reason: "理由充分" },
  approve: { revision: 1 },
};

test("a stranger is refused at every entry point of the desk", async () => {
  const points = entryPoints();
  expect(points.length).toBeGreaterThan(15);
  expect(listActs()).toContain("release");
  for (const { path, isEndpoint } of points) {
    const origin = deskOrigin();
    const got = await ask(`${origin}${path}`);
    const isSentAway =
      got.status === 307 && String(got.headers.location).includes("/admin/sign-in");
    expect([path, isSentAway || [401, 404, 405].includes(got.status)]).toEqual([path, true]);
    if (!isEndpoint) continue;
    for (const from of [origin, "http://evil.example"]) {
      const headers = { origin: from, "content-length": "0" };
      const posted = await ask(`${origin}${path}`, { method: "POST", headers });
      expect([path, [401, 403, 405].includes(posted.status)]).toEqual([path, true]);
    }
  }
});

test("/admin on a site's own host leads to the desk with that site", async () => {
  const { origin } = siteOf(SITE);
  const answer = await ask(`${origin}/admin`);
  expect([answer.status, answer.headers.location]).toEqual([
    302,
    `${deskOrigin()}/admin?site=${SITE}`,
  ]);
});

test("a set-up address that opens nothing says so at once", async ({ page }) => {
  await page.goto(`${deskOrigin()}/admin/setup/no-such-token`);
  await expect(page.getByText(/已经用过或已过期/)).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
});

const ENDS = [
  ["idle for too long", "last_seen_at = now() - interval '1 day'"],
  ["past its absolute end", "expires_at = now() - interval '1 second'"],
  ["revoked", "revoked_at = now()"],
] as const;

for (const [name, change] of ENDS)
  test(`a session ${name} carries nobody any more, at every entry point`, async ({ browser }) => {
    // An account that no other test uses: all its sessions end.
    const author = await signIn(browser, "super-admin", "platform");
    const target = await draftWithPicture(author);
    await withDatabase((sql) =>
      sql.unsafe(`update staff_session set ${change} where account_id =
        (select account_id from staff_grant where scope_kind = 'platform')`),
    );
    for (const { path, isEndpoint } of entryPoints(target)) {
      const got = await askFrom(author, path);
      const isRefused = got.url.includes("/admin/sign-in") || [401, 404, 405].includes(got.status);
      expect([path, isRefused]).toEqual([path, true]);
      expect(got.body).not.toContain(target.title);
      if (!isEndpoint) continue;
      const { status } = await askFrom(author, path, {});
      expect([path, status === 401 || status === 405]).toEqual([path, true]);
    }
    await author.goto(`${deskOrigin()}/admin/content/${target.edition}`);
    await expect(author.getByRole("heading", { name: "登录政枢工作台" })).toBeVisible();
  });

test("an editor of another site is refused at every act, page, preview and file", async ({
  browser,
}) => {
  const author = await signIn(browser, "author", SITE);
  const target = await draftWithPicture(author);
  const full = await author.evaluate(() => location.href);
  for (const role of ["author", "reviewer", "site-admin"]) {
    const foreigner = await signIn(browser, role, "yunzhou");
    for (const act of listActs()) {
      const path = `/admin/api/editions/${target.edition}/${act}`;
      const body = act === "save" ? draftBody(await columnOf(target.edition)) : (BODIES[act] ?? {});
      const { status, body: said } = await askFrom(foreigner, path, body);
      expect([role, act, status, JSON.parse(said)]).toEqual([
        role,
        act,
        403,
        { ok: false, code: "FORBIDDEN" },
      ]);
    }
    const column = await columnOf(target.edition);
    expect((await askFrom(foreigner, "/admin/api/drafts", { columnId: column })).status).toBe(403);
    expect((await askFrom(foreigner, `/admin/api/media/${target.asset}`)).status).toBe(404);
    expect((await askFrom(foreigner, `/preview/${target.edition}/std`)).status).toBe(404);
    const page = await askFrom(foreigner, full);
    expect(page.body).not.toContain(target.title);
    await foreigner.goto(full);
    await expect(foreigner.getByRole("heading", { name: "您没有这项权限" })).toBeVisible();
    await foreigner.context().close();
  }
  expect((await askFrom(author, `/preview/${target.edition}/std`)).status).toBe(200);
  expect((await askFrom(author, `/admin/api/media/${target.asset}`)).status).toBe(200);
});

test("an editor of another site is refused at what was imported here, and shown nothing of it", async ({
  browser,
}) => {
  const [batch, file] = await withDatabase(async (sql) => {
    const [row] = await sql<{ id: string; file_name: string }[]>`
      select b.id, b.file_name from import_batch b join site s on s.id = b.site_id
      where s.code = ${SITE} order by b.id limit 1`;
    return [row?.id ?? "", row?.file_name ?? "no batch"];
  });
  const path = `${deskOrigin()}/admin/imports/${batch}`;
  for (const role of ["author", "reviewer", "site-admin"]) {
    const foreigner = await signIn(browser, role, "yunzhou");
    for (const asked of [path, `${path}?status=imported`]) {
      await foreigner.goto(asked);
      await expect(foreigner.getByRole("heading", { name: "您没有这项权限" })).toBeVisible();
      expect(await foreigner.content()).not.toContain(file);
    }
    await foreigner.context().close();
  }
  const own = await signIn(browser, "author", SITE);
  await own.goto(path);
  await expect(own.getByRole("heading", { name: file })).toBeVisible();
});

test("an editor of another site is refused at what stands first here, and at the words of the group", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const siteId = await siteIdOf(SITE);
  const question = `只有本站的推荐${Date.now()}`;
  const id = await withDatabase(async (sql) => {
    const [row] = await sql<{ id: string }[]>`
      insert into search_best_bet (site_id, questions, keys, resource_ids, reason, updated_by)
      select ${siteId}, ${[question]}, ${[question]}, array[resource_id], '理由', 'test'
      from search_document where ${siteId} = any(site_ids) limit 1 returning id`;
    return Number(row?.id);
  });
  const resourceIds = [1];
  const bet = { id, revision: 1, siteId, questions: ["a"], resourceIds, from: null, until: null };
  const synonym = { word: "甲", official: ["乙"] };
  const acts: [path: string, body: unknown][] = [
    ["best-bets", { ...bet, reason: "理由" }],
    ["best-bets", { ...bet, id: null, siteId: null, reason: "理由" }],
    ["best-bets/delete", { id }],
    ["best-bets/candidates", { siteId, words: "通知" }],
    ["best-bets/candidates", { siteId: null, words: "通知" }],
    ["classes", { siteId, tabs: [] }],
    ["synonyms", { ...synonym, before: null }],
    ["synonyms/delete", { word: "甲" }],
    ["synonyms/trial", { ...synonym, siteId }],
    ["protected", { word: "甲" }],
    ["protected/delete", { word: "甲" }],
  ];
  for (const role of ["author", "reviewer", "site-admin"]) {
    const foreigner = await signIn(browser, role, "yunzhou");
    for (const [act, body] of acts) {
      const { status } = await askFrom(foreigner, `/admin/api/search/${act}`, body);
      expect([role, act, status]).toEqual([role, act, 403]);
    }
    for (const list of ["synonyms", "protected"]) {
      const { status } = await askFrom(foreigner, `/admin/api/search/${list}/file`);
      expect([role, list, status]).toEqual([role, list, 403]);
      const upload = await foreigner.evaluate(async (address) => {
        const form = new FormData();
        form.set("file", new Blob(["甲\t乙"]), "a.txt");
        return (await fetch(address, { method: "POST", body: form })).status;
      }, `/admin/api/search/${list}/upload`);
      expect([role, list, upload]).toEqual([role, list, 403]);
    }
    for (const path of [`best-bets/${id}`, "best-bets", "words", "words/protected"]) {
      const { body } = await askFrom(foreigner, `/admin/search/${path}`);
      expect([role, path, body.includes(question)]).toEqual([role, path, false]);
    }
    await foreigner.goto(`${deskOrigin()}/admin/search/words`);
    await expect(foreigner.getByRole("heading", { name: "您没有这项权限" })).toBeVisible();
    await foreigner.context().close();
  }
  await withDatabase((sql) => sql`delete from search_best_bet where id = ${id}`);
});

const columnOf = (edition: string): Promise<number> =>
  withDatabase(async (sql) => {
    const [row] = await sql<{ id: string }[]>`
      select p.column_id as id from placement p join edition e on e.resource_id = p.resource_id
      where e.id = ${edition}`;
    return Number(row?.id);
  });

const revisionOf = (edition: string): Promise<number> =>
  withDatabase(async (sql) => {
    const [row] = await sql<{ revision: number }[]>`
      select revision from edition where id = ${edition}`;
    return row?.revision ?? -1;
  });

const text = (words: string) => ({
  root: {
    type: "root",
    version: 1,
    direction: null,
    format: "",
    indent: 0,
    children: [
      {
        type: "paragraph",
        version: 1,
        direction: null,
        format: "",
        indent: 0,
        textFormat: 0,
        textStyle: "",
        children: [
          {
            type: "text",
            version: 1,
            text: words,
            format: 0,
            detail: 0,
            mode: "normal",
            style: "",
          },
        ],
      },
    ],
  },
});

const draftBody = (columnId: number, more: Record<string, unknown> = {}) => ({
  revision: 1,
  title: "题目",
  subtitle: null,
  summary: null,
  author: null,
  source: "来源",
  body: text("正文"),
  publishedAt: null,
  metadata: {},
  columnIds: [columnId],
  tags: [],
  attachments: [],
  ...more,
});

/** A text nested this deep, as no editor makes it; written out, because it cannot be walked. */
function deepBody(columnId: number, levels: number): string {
  const [before = "", after = ""] = JSON.stringify(draftBody(columnId, { body: "HERE" })).split(
    '"HERE"',
  );
  const nest = `${'[{"type":"quote","children":'.repeat(levels)}[]${"}]".repeat(levels)}`;
  return `${before}{"root":{"type":"root","version":1,"children":${nest}}}${after}`;
}

const withNode = (node: unknown) => ({ root: { ...text("").root, children: [node] } });
const link = (url: string) =>
  withNode({
    ...text("").root.children[0],
    children: [{ ...text("").root.children[0]?.children[0], type: "link", url, children: [] }],
  });

test("what was tampered with is refused in the editor's words, and the draft stays as it was", async ({
  browser,
}) => {
  const author = await signIn(browser, "author", SITE);
  const { edition } = await draftWithPicture(author);
  const [column, before] = [await columnOf(edition), await revisionOf(edition)];
  const tampered: Record<string, Record<string, unknown>> = {
    "a node that is none": { body: withNode({ type: "script", version: 1, children: [] }) },
    "an attribute more": { body: withNode({ ...text("").root.children[0], onclick: "x" }) },
    "an address that runs": { body: link("javascript:alert(1)") },
    "an address with data": { body: link("data:text/html,x") },
    "no document": { body: "x" },
    "a picture of nobody": {
      body: withNode({
        type: "image",
        version: 1,
        assetId: 999_999_999,
        src: null,
        alt: "x",
        caption: "",
        width: 1,
        height: 1,
      }),
    },
    "a file of nobody": { attachments: [{ assetId: 999_999_999, title: "x" }] },
    "a column of another site": { columnIds: [column, 1, 2, 3, 999_999] },
    "a field more": { isReleased: true },
    "a title too long": { title: "题".repeat(201) },
    "metadata of another kind": { metadata: { docNo: { evil: true } } },
    "a revision from nowhere": { revision: -1 },
  };
  const path = `/admin/api/editions/${edition}/save`;
  const bodies: [string, unknown][] = [
    ...Object.entries(tampered).map(([name, more]): [string, unknown] => [
      name,
      draftBody(column, more),
    ]),
    ["too deep", deepBody(column, 5_000)],
    ["not even JSON", '{"title":'],
  ];
  for (const [name, sent] of bodies) {
    const { status, body } = await askFrom(author, path, sent);
    expect([name, [400, 403, 422].includes(status)]).toEqual([name, true]);
    const said = JSON.parse(body) as Record<string, unknown>;
    expect([name, said["ok"]]).toEqual([name, false]);
  }
  expect(await revisionOf(edition)).toBe(before);
});

test("a refusal is said on the screen in Chinese, with what to do", async ({ browser }) => {
  const author = await signIn(browser, "author", SITE);
  await draftWithPicture(author);
  await author.getByLabel("作者").fill("长".repeat(61));
  await expect(author.getByText("“作者”太长，最多 60")).toBeVisible();
  await author.getByLabel("作者").fill("李明");
  await author.getByLabel(/^发布时间/).fill("2999-01-01T08:00");
  await expect(author.getByText("发布时间不能晚于现在")).toBeVisible();
  await author.getByLabel(/^发布时间/).fill("");
  await expect(author.getByText(/^已保存 /)).toBeVisible();
});
