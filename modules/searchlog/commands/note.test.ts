import { setTimeout } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Desk } from "#db/testing/desk.ts";
import { openDesk } from "#db/testing/desk.ts";
import { freshLetters, testDatabase } from "#db/testing/scene.ts";
import { noteSearches } from "#modules/searchlog/commands/note.ts";
import type { Sums } from "#modules/searchlog/schema.ts";

const base = testDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(base);
});
afterAll(() => base.close());

const MOST = 1_000;
const question = (text: string, more = {}) => ({
  ...{ site: desk.siteId, text, scope: "site" as const, class: "", hits: 3 },
  ...{ asked: 1, led: 0, empty: 0, clicked: 0 },
  ...more,
});
const sums = (questions: Sums["questions"], more: Partial<Sums> = {}): Sums => ({
  ...{ questions, days: [], clicks: [] },
  ...more,
});

/** As the gateway does it: by the role of citizens' processes; too soon is tried again. */
async function note(given: Sums, most = MOST): Promise<void> {
  while (!(await noteSearches(base.citizen, given, most))) await setTimeout(20);
}

const kept = (text: string) =>
  base.owner`select asked, led, empty, clicked, hits from search_question
    where site_id = ${desk.siteId} and text = ${text}`;

test("the citizens' role adds sums, and again, and reads nothing of them", async () => {
  const text = freshLetters("社保");
  await note(sums([question(text), question(freshLetters("其他"))]));
  await note(sums([question(text, { empty: 1, hits: 0, led: 1 })]));
  await note(sums([question(text, { asked: 0, clicked: 1, hits: 9 })]));
  expect(await kept(text)).toEqual([{ asked: 2, led: 1, empty: 1, clicked: 1, hits: 0 }]);
  const refused = base.citizen.execute(sql`select 1 from search_question limit 1`);
  await expect(refused).rejects.toMatchObject({ cause: { code: "42501" } });
});

test("what looks like a number, is too long, or of no site is not taken, and the rest is", async () => {
  const good = freshLetters("好词");
  await note(
    sums([
      question(`电话${"1234567"}`),
      question("长".repeat(101)),
      question(""),
      question(freshLetters("无站"), { site: 999_999_999 }),
      question(freshLetters("负数"), { asked: -5 }),
      question(freshLetters("类别"), { class: "'; drop" }),
      question(good),
    ]),
  );
  expect(await kept(good)).toHaveLength(1);
  const [row] = await base.owner`select count(*)::int as n from search_question
    where text ~ '\\d{7}' or char_length(text) > 100 or asked < 0 or class ~ 'drop'`;
  expect(row?.["n"]).toBe(0);
});

test("a site keeps so many words a day, those known go on counting", async () => {
  const site = await openDesk(base);
  const of = (text: string) => question(text, { site: site.siteId });
  const words = Array.from({ length: 15 }, (_, at) => of(`词${at}`));
  await note(sums(words.slice(0, 8)), 10);
  await note(sums(words), 10);
  const rows =
    await base.owner`select text, asked from search_question where site_id = ${site.siteId}`;
  expect(rows).toHaveLength(10);
  expect(rows.filter((row) => row["asked"] === 2)).toHaveLength(8);
});

test("whoever calls again at once is told that it was too soon, and nothing is taken", async () => {
  const text = freshLetters("太快");
  await note(sums([question(freshLetters("先"))]));
  const calls = Array.from({ length: 10 }, () =>
    noteSearches(base.citizen, sums([question(text)]), MOST),
  );
  const taken = (await Promise.all(calls)).filter(Boolean).length;
  expect(taken).toBeLessThan(5);
  expect((await kept(text))[0]?.["asked"] ?? 0).toBe(taken);
});

test("more than a megabyte is refused as a whole", async () => {
  const many = Array.from({ length: 20_000 }, () => question(freshLetters("很长的一个词")));
  await expect(noteSearches(base.citizen, sums(many), MOST)).rejects.toMatchObject({
    cause: { code: "54000" },
  });
});

test("clicks are kept for words that were asked and resources that are there", async () => {
  const text = freshLetters("点击");
  const [resource] = await base.owner`
    insert into resource (type, origin_site_id, created_by) values ('article', ${desk.siteId}, 'test') returning id::int`;
  const id = Number(resource?.["id"]);
  const click = (more = {}) => ({
    ...{ site: desk.siteId, text, resource: id, clicks: 1, weight: 1.5 },
    ...more,
  });
  await note(
    sums([question(text)], {
      clicks: [click(), click({ text: freshLetters("没问过") }), click({ resource: 999_999_999 })],
      days: [
        { site: desk.siteId, channel: "person", asked: 2, empty: 1, clicked: 1, withheld: 1 },
        { site: desk.siteId, channel: "robot", asked: 7, empty: 0, clicked: 0, withheld: 0 },
      ],
    }),
  );
  const rows =
    await base.owner`select text, clicks, weight from search_click where site_id = ${desk.siteId}`;
  expect(rows).toEqual([{ text, clicks: 1, weight: 1.5 }]);
  const days = await base.owner`select channel, asked, withheld from search_day
    where site_id = ${desk.siteId} order by channel`;
  expect(days).toEqual([
    { channel: "person", asked: 2, withheld: 1 },
    { channel: "robot", asked: 7, withheld: 0 },
  ]);
});
