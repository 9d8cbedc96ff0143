import { afterAll, beforeAll, expect, test } from "vitest";
import type { Desk } from "#db/testing/desk.ts";
import { openDesk, putOnline } from "#db/testing/desk.ts";
import { bringOne, targetOf } from "#db/testing/imported.ts";
import { fresh, testDatabase } from "#db/testing/scene.ts";
import { withdrawResource } from "#modules/resources/commands/withdraw.ts";
import { offlineEntries, offlineListPage } from "#modules/search/offline/domain.ts";
import { listOfflineEntries } from "#modules/search/offline/queries/entries.ts";
import { OFFLINE } from "#modules/search/offline/schema.ts";

const base = testDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(base);
  await putOnline(desk.operator, desk.code);
});
afterAll(() => base.close());

const site = { name: "云川省", base: "", capturedAt: new Date("2026-11-29T04:00:00Z") };

test("what is live stands in it once, newest first, its text cut; what is withdrawn does not", async () => {
  const [kept, gone] = [fresh("留下"), fresh("撤下")];
  await bringOne(desk.operator, targetOf(desk), {
    title: kept,
    body_html: `<p>${"很长的正文".repeat(OFFLINE.characters)}</p>`,
  });
  const { resourceId } = await bringOne(desk.operator, targetOf(desk), { title: gone });
  await withdrawResource(desk.operator, { resourceId, reason: "试验" });
  const entries = await listOfflineEntries(base.db, desk.siteId);
  const titles = entries.map(({ title }) => title);
  expect([titles.filter((title) => title === kept), titles.includes(gone)]).toEqual([
    [kept],
    false,
  ]);
  expect(entries.every(({ text }) => [...text].length <= OFFLINE.characters)).toBe(true);
  const moments = entries.map(({ publishedAt }) => publishedAt.getTime());
  expect(moments).toEqual(moments.toSorted((one, other) => other - one));
});

test("no title ends the script or becomes a tag", () => {
  const entry = {
    ...{ title: "</script><img src=x onerror=alert(1)>", path: '/a"b.html', column: "要闻" },
    ...{ publishedAt: new Date("2025-01-02T00:00:00Z"), text: "<!-- 正文" },
  };
  const script = offlineEntries(site, [entry]);
  expect(script).not.toContain("<");
  const json = script.replace("globalThis.zsEntries = ", "").replace(/;\n$/, "");
  expect(JSON.parse(json)[0][0]).toBe(entry.title);
  const page = offlineListPage(site, [entry], (key) => key);
  expect(page).not.toContain("<img");
  expect(page).toContain('href="/a&quot;b.html"');
});
