/** Ten thousand kept pages, each damaged in its own way: how many are still served? */
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Artefact } from "#lib/pagestore/artefact.ts";
import { compress, encodeArtefact } from "#lib/pagestore/artefact.ts";
import { PageStore } from "#lib/pagestore/store.ts";
import { TagState } from "#lib/pagestore/tag-state.ts";
import { random } from "./figures.ts";
import type { Part } from "./scene.ts";

const PAGES = 10_000;
/** These stay whole, so that a store which serves nothing at all would be seen. */
const WHOLE = 100;
const SECRET = "s".repeat(40);
const MEMORY_BYTES = 64 * 1024 * 1024;

/** As a gateway has it that was told by the database what changed. */
function storeIn(folder: string): PageStore {
  const tags = new TagState(join(folder, "tags.log"));
  tags.isCaughtUp = true;
  return new PageStore({ folder, secret: SECRET, world: "w", memoryBytes: MEMORY_BYTES, tags });
}

const keyAt = (at: number) => `1|std|zh-CN|/zwgk/202611/${at}.html`;

function pageAt(at: number): Omit<Artefact, "keeper" | "world" | "isTombstone"> {
  const body = Buffer.from(`<html><p>第${at}页</p>${"政务".repeat(200)}</html>`);
  return {
    key: keyAt(at),
    status: 200,
    contentType: "text/html",
    location: null,
    tags: [`resource:${at}`],
    renderedAt: Date.now(),
    epoch: 0,
    bodies: compress(body),
  };
}

/** Torn, emptied, lengthened, holed, flipped, or cut in the middle. */
export function damages(bytes: Buffer, next: () => number): Buffer {
  const copy = Buffer.from(bytes);
  const at = Math.floor(next() * copy.length);
  switch (Math.floor(next() * 6)) {
    case 0:
      return copy.subarray(0, at);
    case 1:
      return Buffer.alloc(0);
    case 2:
      return Buffer.concat([copy, Buffer.from([Math.floor(next() * 256)])]);
    case 3:
      copy.fill(0, at, Math.min(copy.length, at + 512));
      return copy.equals(bytes) ? Buffer.alloc(7) : copy;
    case 4:
      return Buffer.concat([copy.subarray(0, at), copy.subarray(at + 1)]);
    default:
      copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(next() * 8));
      return copy;
  }
}

/** Whole and well-formed, but signed with another key: what someone who can write files would leave. */
const forged = (at: number): Buffer =>
  encodeArtefact(
    { ...pageAt(at), keeper: "k", world: "w", isTombstone: false },
    "another".padEnd(40),
  );

function swap(one: string, other: string): void {
  renameSync(one, `${one}.x`);
  renameSync(other, one);
  renameSync(`${one}.x`, other);
}

async function keepAll(folder: string): Promise<Map<string, string>> {
  const store = storeIn(folder);
  for (let at = 0; at < PAGES + WHOLE; at += 1) store.keep(pageAt(at));
  await store.flush();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.endsWith(".page"))
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    files.map((file) => [/第(\d+)页/.exec(readFileSync(file).toString())?.[1] ?? "", file]),
  );
}

/** Of ten pages two change places, one is forged, the rest are broken in some way. */
function damage(fileAt: (at: number) => string, next: () => number) {
  const counts = { swapped: 0, forged: 0, broken: 0 };
  for (let at = 0; at < PAGES; at += 1) {
    const turn = at % 10;
    if (turn === 0) {
      swap(fileAt(at), fileAt(at + 1));
      counts.swapped += 2;
    } else if (turn === 2) {
      writeFileSync(fileAt(at), forged(at));
      counts.forged += 1;
    } else if (turn !== 1) {
      writeFileSync(fileAt(at), damages(readFileSync(fileAt(at)), next));
      counts.broken += 1;
    }
  }
  return counts;
}

/** How many of the damaged pages a new process finds, and how many of the whole ones. */
async function findAgain(folder: string): Promise<{ served: number; wholeServed: number }> {
  const store = storeIn(folder);
  let [served, wholeServed] = [0, 0];
  for (let at = 0; at < PAGES; at += 1) if (await store.find(keyAt(at))) served += 1;
  for (let at = PAGES; at < PAGES + WHOLE; at += 1)
    if ((await store.find(keyAt(at)))?.standing === "fresh") wholeServed += 1;
  return { served, wholeServed };
}

export async function damagedFiles(seed: number): Promise<Part> {
  const folder = mkdtempSync(join(tmpdir(), "zs-damage-"));
  try {
    const files = await keepAll(folder);
    const counts = damage((at) => files.get(String(at)) ?? "", random(seed));
    const { served, wholeServed } = await findAgain(folder);
    const wrong = served + (WHOLE - wholeServed);
    return { files: PAGES, ...counts, served, whole: WHOLE, wholeServed, wrong };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
