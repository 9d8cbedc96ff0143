import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Beside } from "#gateway/pages.ts";
import { Pages } from "#gateway/pages.ts";
import type { Drawn, Upstream } from "#gateway/upstream.ts";
import { PageStore } from "#lib/pagestore/store.ts";
import { TagState } from "#lib/pagestore/tag-state.ts";
import { parseAddress } from "#lib/routing/address.ts";
import { ABSENCE_PATH } from "#lib/routing/reserved.ts";
import type { RoutingSite } from "#lib/routing/snapshot.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "zs-pages-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const SITE = {
  ...{ id: 1, code: "a", name: "甲", primaryHost: "a.example", locales: ["zh-CN"] },
  ...{ state: "online", successor: null },
} as unknown as RoutingSite; // safe because pages ask for no more of it

const html = (words: string, tag: string) =>
  `<!doctype html><html><body><p>${words}</p><script type="application/json" data-tags="${tag}">[]</script></body></html>`;
const page = (words: string, status = 200, more: Drawn["headers"] = {}): Drawn => ({
  status,
  headers: { "content-type": "text/html; charset=utf-8", ...more },
  body: Buffer.from(html(words, "site:1")),
});
const moved = (location: string): Drawn => ({
  status: 301,
  headers: { location, "x-zs-tags": "resource:1" },
  body: Buffer.alloc(0),
});
const absent = () => page("没有", 404, { "x-zs-absent": "1" });

/** Pages in front of what next would answer for each target; `asked` tells what it was asked for. */
function open(answers: Record<string, Drawn>) {
  const tags = new TagState(join(folder, "tags.log"));
  tags.isCaughtUp = true;
  const store = new PageStore<Beside>({
    ...{ folder, secret: "s".repeat(40), world: "w", memoryBytes: 1e8, tags },
  });
  const asked: string[] = [];
  const state = { isNextAway: false };
  const draw = async (_: string, target: string): Promise<Drawn> => {
    if (state.isNextAway) throw new Error("away");
    asked.push(target);
    if (decodeURI(target) === ABSENCE_PATH) return page("没有这一页", 404);
    return answers[target] ?? absent();
  };
  const upstream = { draw } as unknown as Upstream; // safe because pages only draw
  const pages = new Pages({ store, tags, upstream, name: "n" });
  const serve = async (target: string) => {
    const parsed = parseAddress(target);
    if (!parsed.ok) throw new Error(parsed.problem);
    const served = await pages.serve({ site: SITE, address: parsed.address });
    if (served.kind !== "page") return served.kind;
    const { status, location } = served.entry.artefact;
    return location ?? status;
  };
  return { answers, asked, state, serve, tags, store };
}

test("a page that is there is drawn once, whatever is said behind it", async () => {
  const { serve, asked, store } = open({ "/zwgk": page("栏目") });
  for (let at = 0; at < 50; at += 1) expect(await serve(`/zwgk?x=${at}`)).toBe(200);
  expect(asked).toEqual(["/zwgk"]);
  expect(store.size).toBe(1);
});

test("an old address is told apart by its words, and by its path where they say nothing", async () => {
  const { serve } = open({
    "/show.jsp?id=7": moved("/a/7.html"),
    "/1.html": moved("/a/1.html"),
    "/2.html": moved("/a/2.html"),
    "/2.html?id=7": moved("/a/27.html"),
  });
  expect(await serve("/show.jsp?id=7")).toBe("/a/7.html");
  expect(await serve("/show.jsp?id=8")).toBe(404);
  expect(await serve("/show.jsp")).toBe(404);
  expect(await serve("/1.html?v=2")).toBe("/a/1.html");
  expect(await serve("/2.html?id=7")).toBe("/a/27.html");
});

test("what a path says for words that nobody brought is not kept for them", async () => {
  const { serve, answers, tags, store } = open({ "/show.jsp": moved("/a/1.html") });
  for (let at = 0; at < 100; at += 1) expect(await serve(`/show.jsp?id=${at}`)).toBe("/a/1.html");
  expect(store.size).toBe(1);
  answers["/show.jsp?id=7"] = moved("/a/7.html");
  // An import tells of its old addresses.
  tags.apply([{ tag: "site:1:old", isDrop: false, at: Date.now() }]);
  expect(await serve("/show.jsp?id=7")).toBe("/a/7.html");
  expect(await serve("/show.jsp?id=8")).toBe("/a/1.html");
  expect(store.size).toBe(2);
});

test("WordPress's addresses lead on from the home page's path, which stands for those nobody brought", async () => {
  const { serve, asked } = open({ "/": page("首页"), "/?p=7": moved("/a/7.html") });
  expect(await serve("/?p=7")).toBe("/a/7.html");
  for (let at = 100; at < 150; at += 1) expect(await serve(`/?p=${at}`)).toBe(200);
  expect(asked.filter((target) => target === "/")).toHaveLength(1);
});

test("while next is away, what is kept answers as before", async () => {
  const { serve, state } = open({ "/": page("首页"), "/1.html": moved("/a/1.html") });
  expect([await serve("/"), await serve("/1.html")]).toEqual([200, "/a/1.html"]);
  state.isNextAway = true;
  expect(await serve("/1.html?v=2")).toBe("/a/1.html");
  expect(await serve("/?p=9")).toBe(200);
  expect(await serve("/never.html?v=2")).toBe("unavailable");
});
