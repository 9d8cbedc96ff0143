import { describe, expect, test } from "vitest";
import { COLLECTING } from "#modules/searchlog/domain/settings.ts";
import type { Asking } from "#modules/searchlog/domain/tally.ts";
import { Tally, weightOf } from "#modules/searchlog/domain/tally.ts";

const HOST = "www.yunchuan.localhost";
const page = (id: number) => `${HOST}/zwdt/tzgg/202611/${id}.html`;

const asking = (more: Partial<Asking> = {}, text: string | null = "公积金"): Asking => ({
  ...{ client: "one", channel: "person", siteId: 1, host: HOST, query: `q=${text}`, isLed: false },
  noted: {
    ...{ text, scope: "site", class: "", hits: 2 },
    shown: [7, 8].map((id, at) => ({ resourceId: id, place: at + 1, addresses: [page(id)] })),
  },
  ...more,
});

const opening = (id: number, more = {}) => ({
  ...{ client: "one", address: page(id), from: { host: HOST, query: "q=公积金" } },
  ...more,
});

describe("questions", () => {
  test("one who asks again, turns pages or narrows has asked once; after half an hour anew", () => {
    const tally = new Tally();
    tally.ask(asking(), 0);
    tally.ask(asking({ query: "q=公积金&page=2" }), 1_000);
    tally.ask(asking({ client: "two" }), 2_000);
    tally.ask(asking(), COLLECTING.askedAgainMs);
    expect(tally.take()?.questions).toEqual([
      {
        ...{ site: 1, text: "公积金", scope: "site", class: "", hits: 2 },
        ...{ asked: 3, led: 0, empty: 0, clicked: 0 },
      },
    ]);
    expect(tally.take()).toBeNull();
  });

  test("words that look personal are in the sums alone; robots' and programs' words as well", () => {
    const tally = new Tally();
    tally.ask(asking({}, null), 0);
    tally.ask(asking({ channel: "robot" }), 0);
    tally.ask(asking({ channel: "program" }), 0);
    tally.ask(asking({ channel: "program" }), 0);
    const sums = tally.take();
    expect(sums?.questions).toEqual([]);
    expect(sums?.days.map(({ channel, asked, withheld }) => [channel, asked, withheld])).toEqual([
      ["person", 1, 1],
      ["robot", 1, 0],
      ["program", 2, 0],
    ]);
    expect(tally.isWatching).toBe(false);
  });

  test("who followed our own words, and who found nothing, is told apart", () => {
    const tally = new Tally();
    tally.ask(asking({ isLed: true }), 0);
    const none = asking({ client: "two" });
    tally.ask({ ...none, noted: { ...none.noted, hits: 0, shown: [] } }, 0);
    expect(tally.take()?.questions).toMatchObject([{ asked: 2, led: 1, empty: 1, hits: 0 }]);
  });

  test("no more rows wait than may be written, and what could not be written is given back", () => {
    const tally = new Tally();
    for (let at = 0; at < COLLECTING.mostRows + 50; at += 1) tally.ask(asking({}, `词${at}`), 0);
    const sums = tally.take();
    expect(sums?.questions).toHaveLength(COLLECTING.mostRows);
    expect(sums?.days[0]?.asked).toBe(COLLECTING.mostRows + 50);
    if (!sums) throw new Error("nothing was counted");
    tally.ask(asking({ client: "three" }, "词1"), 0);
    tally.giveBack(sums);
    expect(tally.take()?.questions.find(({ text }) => text === "词1")).toMatchObject({ asked: 2 });
  });
});

describe("results that are opened", () => {
  test("count once for the words, the result and the client, whatever is clicked again", () => {
    const tally = new Tally();
    tally.ask(asking(), 0);
    for (let at = 0; at < 50; at += 1) tally.open(opening(8), at);
    tally.open(opening(7), 60);
    tally.open(opening(8), COLLECTING.openedWithinMs - 1);
    const sums = tally.take();
    expect(sums?.clicks).toEqual([
      { site: 1, text: "公积金", resource: 8, clicks: 1, weight: weightOf(2) },
      { site: 1, text: "公积金", resource: 7, clicks: 1, weight: weightOf(1) },
    ]);
    expect(sums?.questions).toMatchObject([{ asked: 1, clicked: 1 }]);
    expect(sums?.days).toMatchObject([{ asked: 1, clicked: 1 }]);
  });

  test.each([
    ["one who never asked", opening(8, { client: "two" })],
    ["what was not among the results", opening(9)],
    ["other words than those asked", opening(8, { from: { host: HOST, query: "q=社保" } })],
    ["another site's results", opening(8, { from: { host: "other.localhost", query: null } })],
  ])("%s counts nothing", (_, given) => {
    const tally = new Tally();
    tally.ask(asking(), 0);
    tally.take();
    tally.open(given, 1);
    expect(tally.take()).toBeNull();
  });

  test("long after the question nothing counts", () => {
    const tally = new Tally();
    tally.ask(asking(), 0);
    tally.take();
    tally.open(opening(8), COLLECTING.openedWithinMs);
    expect(tally.take()).toBeNull();
  });

  test("between sites, where the browser says the host alone, the results before the client decide", () => {
    const tally = new Tally();
    tally.ask(asking(), 0);
    tally.open(opening(8, { from: { host: HOST, query: null } }), 1);
    expect(tally.take()?.clicks).toHaveLength(1);
  });

  test("a lower place weighs more, within bounds", () => {
    expect([weightOf(1), weightOf(4), weightOf(200)]).toEqual([1, 2, 3]);
  });

  test("no more clients are remembered than there is room for", () => {
    const tally = new Tally();
    for (let at = 0; at <= COLLECTING.mostClients; at += 1)
      tally.ask(asking({ client: `c${at}` }), 0);
    tally.take();
    tally.open(opening(8, { client: "c0" }), 1);
    expect(tally.take()).toBeNull();
    tally.open(opening(8, { client: "c1" }), 1);
    expect(tally.take()?.clicks).toHaveLength(1);
  });
});
