/** Ten thousand kept pages, each damaged in its own way: how many are still served? */
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compress } from "#lib/pagestore/artefact.ts";
import { PageStore } from "#lib/pagestore/store.ts";
import { TagState } from "#lib/pagestore/tag-state.ts";
import { random } from "./figures.ts";

const PAGES = 10_000;

const store = (folder: string) =>
  new PageStore({
    folder,
    secret: "s".repeat(40),
    world: "w",
    memoryBytes: 64 * 1024 * 1024,
    tags: new TagState(join(folder, "tags.log")),
  });

const keyAt = (at: number) => `1|std|zh-CN|/zwgk/202611/${at}.html`;

function damage(bytes: Buffer, next: () => number): Buffer {
  const copy = Buffer.from(bytes);
  const at = Math.floor(next() * copy.length);
  switch (Math.floor(next() * 5)) {
    case 0:
      return copy.subarray(0, at);
    case 1:
      return Buffer.alloc(0);
    case 2:
      return Buffer.concat([copy, Buffer.from([Math.floor(next() * 256)])]);
    case 3:
      copy.fill(0, at, Math.min(copy.length, at + 512));
      return copy.equals(bytes) ? Buffer.alloc(7) : copy;
    default:
      copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(next() * 8));
      return copy;
  }
}

export async function damagedFiles(
  seed: number,
): Promise<{ files: number; swapped: number; wrong: number; intactServed: number }> {
  const folder = mkdtempSync(join(tmpdir(), "zs-damage-"));
  const next = random(seed);
  try {
    const first = store(folder);
    for (let at = 0; at < PAGES + 100; at += 1) {
      const body = Buffer.from(`<html><p>第${at}页</p>${"政务".repeat(200)}</html>`);
      first.keep({
        key: keyAt(at),
        status: 200,
        contentType: "text/html",
        location: null,
        tags: [`resource:${at}`],
        renderedAt: Date.now(),
        epoch: 0,
        bodies: compress(body),
      });
    }
    await first.flush();
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.name.endsWith(".page"))
      .map((entry) => join(entry.parentPath, entry.name));
    // A hundred stay whole, so that a store which serves nothing at all would be seen.
    const pathOf = new Map(
      files.map((path) => [/第(\d+)页/.exec(readFileSync(path).toString())?.[1], path]),
    );
    let swapped = 0;
    for (let at = 0; at < PAGES; at += 1) {
      const path = pathOf.get(String(at)) ?? "";
      if (at % 10 === 0 && at + 1 < PAGES) {
        const other = pathOf.get(String(at + 1)) ?? "";
        renameSync(path, `${path}.x`);
        renameSync(other, path);
        renameSync(`${path}.x`, other);
        swapped += 2;
      } else if (at % 10 !== 1) writeFileSync(path, damage(readFileSync(path), next));
    }
    const second = store(folder);
    let wrong = 0;
    for (let at = 0; at < PAGES; at += 1) if (await second.find(keyAt(at))) wrong += 1;
    let intactServed = 0;
    for (let at = PAGES; at < PAGES + 100; at += 1)
      if ((await second.find(keyAt(at)))?.standing === "fresh") intactServed += 1;
    return { files: PAGES, swapped, wrong: wrong + (100 - intactServed), intactServed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
