import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { compress, keyOf } from "#lib/pagestore/artefact.ts";
import { PageStore } from "#lib/pagestore/store.ts";
import { TagState } from "#lib/pagestore/tag-state.ts";

const folder = mkdtempSync(join(tmpdir(), "zs-store-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A store as a starting gateway has it; what another one left in the folder is there. */
function open({ memoryBytes = 1e8, isCaughtUp = true } = {}) {
  const tags = new TagState(join(folder, "tags.log"));
  tags.isCaughtUp = isCaughtUp;
  const store = new PageStore({
    folder,
    secret: "s".repeat(40),
    world: "w",
    memoryBytes,
    tags,
  });
  return { tags, store };
}

const pageAt = (at: number, epoch = 0) => ({
  key: keyOf({ siteId: 1, variant: "std", locale: "zh-CN", path: `/a/${at}` }),
  status: 200,
  contentType: "text/html; charset=utf-8",
  location: null,
  tags: [`resource:${at}`],
  renderedAt: Date.now(),
  epoch,
  bodies: compress(Buffer.from(`<p>第${at}页</p>`)),
});

test("a page that another took the place of is not fresh any more for who still holds it", () => {
  const { store, tags } = open();
  const first = store.keep(pageAt(1));
  const second = store.keep(pageAt(1));
  expect([first?.standing, second?.standing]).toEqual(["stale", "fresh"]);
  store.change(tags.apply([{ tag: "resource:1", isDrop: true, at: Date.now() }]));
  expect(second?.standing).toBe("gone");
});

test("a page that was put out of memory is not fresh any more for who still holds it", async () => {
  const { store } = open({ memoryBytes: 20_000 });
  const held = [];
  for (let at = 0; at < 40; at += 1) {
    held.push(store.keep(pageAt(at)));
    // Only what is on disk may leave memory.
    await store.flush();
  }
  const evicted = held.filter((entry) => entry?.standing === "stale");
  expect(evicted.length).toBeGreaterThan(10);
  expect(evicted.length).toBe(40 - store.size);
});

test("until the database has told what changed, pages of an earlier process only stand in", async () => {
  const before = open();
  before.store.keep(pageAt(1));
  await before.store.flush();
  const unknowing = open({ isCaughtUp: false });
  expect((await unknowing.store.find(pageAt(1).key))?.standing).toBe("stale");
  const knowing = open();
  expect((await knowing.store.find(pageAt(1).key))?.standing).toBe("fresh");
});
