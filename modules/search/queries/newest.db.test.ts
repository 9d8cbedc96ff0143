import { afterAll, beforeAll, expect, test } from "vitest";
import type { Desk } from "#db/testing/desk.ts";
import { openOnlineDesk } from "#db/testing/desk.ts";
import { bring, record, targetOf } from "#db/testing/imported.ts";
import { fresh, testDatabase } from "#db/testing/scene.ts";
import { env } from "#lib/env.ts";
import { SEARCH } from "#modules/search/domain/settings.ts";
import { allOf, term } from "#modules/search/domain/tsquery.ts";
import { listNewest } from "#modules/search/queries/candidates.ts";
import type { Engine } from "#modules/search/queries/engine.ts";
import { findNewest } from "#modules/search/queries/newest.ts";
import { connectSearch } from "#modules/search/queries/postgres-engine.ts";

const EVERYWHERE = { from: null, to: null };
const base = testDatabase();
const searching = connectSearch(env.DATABASE_URL);
const now = new Date().getUTCFullYear();
const word = fresh("zq");
let desk: Desk;

/** So many of a year, two of them on the same minute now and then. */
const ofYear = (year: number, count: number) =>
  Array.from({ length: count }, (_, at) =>
    record({
      date: `${year}-01-01T${String(at % 24).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}:00+08:00`,
      body_html: `<p>${word}的正文。</p>`,
    }),
  );

beforeAll(async () => {
  desk = await openOnlineDesk(base);
  await bring(desk.operator, targetOf(desk), ...ofYear(now - 1, 150), ...ofYear(now - 4, 150));
  await bring(desk.operator, targetOf(desk), ...ofYear(now + 5, 5), ...ofYear(now, 100));
});
afterAll(async () => {
  await searching.sql.end();
  await base.close();
});

/** What is found, and what was asked for it, when years are believed to hold so much. */
async function find(shares: Record<number, number>) {
  const asked: string[] = [];
  const engine = {
    listNewest: async (ask) => {
      asked.push(ask.query);
      return await listNewest(searching.db, ask);
    },
  } as Pick<Engine, "listNewest"> as Engine;
  const total = 1_000_000;
  const of = (one: string): number =>
    one === word ? 5_000 : (shares[Number(/^@y(\d+)$/.exec(one)?.[1])] ?? 0) * total;
  const filters = [term(`@s${desk.siteId}`)];
  const found = await findNewest(engine, {
    ...{ tier: "document", query: term(word), filters, period: EVERYWHERE },
    groups: [[[word]]],
    frequencies: { total, of },
  });
  return { found, asked };
}

const plainly = (limit: number) =>
  listNewest(searching.db, {
    ...{ tier: "document", plan: "index", period: EVERYWHERE, limit },
    query: allOf([term(word), term(`@s${desk.siteId}`)]),
  });

test("of the newest years alone, where they fill the window: the same documents in the same order", async () => {
  const { found, asked } = await find({ [now]: 0.05, [now - 1]: 0.05 });
  expect(asked).toHaveLength(1);
  expect(asked[0]).toContain(`'@y${now - 1}'`);
  expect(asked[0]).toContain(`'@y${now + 5}'`);
  expect(asked[0]).not.toContain(`'@y${now - 2}'`);
  expect(found).toHaveLength(SEARCH.window);
  expect(found).toEqual(await plainly(SEARCH.window));
});

test("of all years, where the newest were believed to hold more than they do", async () => {
  const { found, asked } = await find({ [now]: 0.1 });
  expect(asked).toHaveLength(2);
  expect(asked[1]).not.toContain("@y");
  expect(found).toEqual(await plainly(SEARCH.window));
});

test("all at once, where most documents are of the newest years", async () => {
  const { found, asked } = await find({ [now]: 0.04, [now - 1]: 0.9 });
  expect(asked).toHaveLength(1);
  expect(asked[0]).not.toContain("@y");
  expect(found).toEqual(await plainly(SEARCH.window));
});
