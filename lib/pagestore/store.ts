import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Artefact } from "#lib/pagestore/artefact.ts";
import { decodeArtefact, ENCODINGS, emptyBodies, encodeArtefact } from "#lib/pagestore/artefact.ts";
import type { TagChange, TagState } from "#lib/pagestore/tag-state.ts";

/** `fresh` may be served; `stale` only while no newer page can be drawn; `gone` never again. */
export type Standing = "fresh" | "stale" | "gone";

export type Entry<Extra = unknown> = {
  artefact: Artefact;
  standing: Standing;
  sizeBytes: number;
  /** Since the last look of the evictor. */
  wasUsed: boolean;
  /** What the owner keeps beside the page, to serve it fast and to draw it again. */
  extra: Extra | null;
};

type Options = {
  folder: string;
  secret: string;
  world: string;
  memoryBytes: number;
  tags: TagState;
};

/** Bytes of bookkeeping of an entry, roughly. */
const OVERHEAD = 2_000;

/**
 * The only durable page store. Memory in front, signed files behind; files are written after the
 * answer, latest state wins. What the tags say is checked when a file is read, so no index has to
 * be loaded at start.
 */
export class PageStore<Extra = unknown> {
  /** Names this process in what it keeps. */
  readonly keeper = randomBytes(6).toString("hex");
  private readonly entries = new Map<string, Entry<Extra>>();
  private readonly keysByTag = new Map<string, Set<string>>();
  private readonly dirty = new Set<string>();
  private writing: Promise<void> | null = null;
  private memory = 0;
  private readonly options: Options;

  constructor(options: Options) {
    this.options = options;
  }

  get size(): number {
    return this.entries.size;
  }

  get memoryBytes(): number {
    return this.memory;
  }

  /** From memory only. */
  peek(key: string): Entry<Extra> | null {
    const entry = this.entries.get(key);
    if (!entry) return null;
    entry.wasUsed = true;
    return entry;
  }

  /** From memory, else from disk: verified, and judged by what happened to its tags since. */
  async find(key: string): Promise<Entry<Extra> | null> {
    const held = this.peek(key);
    if (held) return held;
    const bytes = await readFile(this.pathOf(key)).catch(() => null);
    const artefact = bytes && decodeArtefact(bytes, this.options.secret, key);
    if (!artefact) return null;
    return this.peek(key) ?? this.hold(artefact, this.standingOf(artefact));
  }

  private standingOf(artefact: Artefact): Standing {
    if (artefact.isTombstone) return "gone";
    const { tags } = this.options;
    const isOwn = artefact.keeper === this.keeper;
    const standing = isOwn
      ? tags.judgeOwn(artefact.tags, artefact.epoch)
      : tags.judge(artefact.tags, artefact.renderedAt);
    // What changed before this process began is known when the database has been asked, not earlier.
    const isKnown = isOwn || tags.isCaughtUp;
    return standing === "fresh" && !(isKnown && artefact.world === this.options.world)
      ? "stale"
      : standing;
  }

  /**
   * Keeps a page that was asked for at `epoch`, unless one of its tags has changed since: then what
   * it shows may be older than the change, and nobody may be served it later. True when kept.
   */
  keep(page: Omit<Artefact, "keeper" | "world" | "isTombstone">): Entry<Extra> | null {
    if (this.options.tags.changedSince(page.tags, page.epoch)) return null;
    const artefact: Artefact = {
      ...page,
      keeper: this.keeper,
      world: this.options.world,
      isTombstone: false,
    };
    const entry = this.hold(artefact, "fresh");
    this.persist(page.key);
    return entry;
  }

  private hold(artefact: Artefact, standing: Standing): Entry<Extra> {
    this.forget(artefact.key);
    const bytes = ENCODINGS.reduce((sum, name) => sum + artefact.bodies[name].length, 0);
    const entry: Entry<Extra> = {
      artefact,
      standing: "fresh",
      sizeBytes: bytes + OVERHEAD,
      wasUsed: true,
      extra: null,
    };
    this.entries.set(artefact.key, entry);
    this.memory += entry.sizeBytes;
    for (const tag of artefact.tags) {
      const keys = this.keysByTag.get(tag) ?? new Set();
      this.keysByTag.set(tag, keys.add(artefact.key));
    }
    this.degrade(entry, standing);
    this.evict();
    return entry;
  }

  private forget(key: string): void {
    const entry = this.entries.get(key);
    if (!entry) return;
    this.entries.delete(key);
    this.memory -= entry.sizeBytes;
    // Changes are no longer told to it: whoever still holds it must ask the store again.
    if (entry.standing === "fresh") entry.standing = "stale";
    for (const tag of entry.artefact.tags) {
      const keys = this.keysByTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) this.keysByTag.delete(tag);
    }
  }

  /** Second chance: what was used since the last round stays. A page not yet written stays too. */
  private evict(): void {
    let looked = 0;
    const rounds = this.entries.size * 2;
    for (const [key, entry] of this.entries) {
      if (this.memory <= this.options.memoryBytes || looked++ > rounds) return;
      if (this.dirty.has(key)) continue;
      if (entry.wasUsed) {
        entry.wasUsed = false;
        this.entries.delete(key);
        this.entries.set(key, entry);
      } else this.forget(key);
    }
  }

  private degrade(entry: Entry<Extra>, standing: Standing): void {
    if (standing === "fresh" || entry.standing === "gone") return;
    entry.standing = standing;
    if (standing !== "gone" || entry.artefact.isTombstone) return;
    // The bytes themselves go, from memory now and from disk at once.
    entry.artefact = { ...entry.artefact, isTombstone: true, bodies: emptyBodies() };
    this.persist(entry.artefact.key);
  }

  /** What changed tags do to pages in memory; returns the keys that are to be drawn again. */
  change(news: readonly TagChange[]): string[] {
    const touched = new Set<string>();
    for (const { tag, isDrop } of news) {
      for (const key of this.keysByTag.get(tag) ?? []) {
        const entry = this.entries.get(key);
        if (entry) this.degrade(entry, isDrop ? "gone" : "stale");
        touched.add(key);
      }
    }
    return [...touched];
  }

  private pathOf(key: string): string {
    const name = createHash("sha256").update(key).digest("hex");
    return join(this.options.folder, name.slice(0, 2), `${name}.page`);
  }

  private persist(key: string): void {
    this.dirty.add(key);
    this.writing ??= this.writeAll().finally(() => {
      this.writing = null;
    });
  }

  /** One at a time; the state at the moment of writing is written, so that the last one wins. */
  private async writeAll(): Promise<void> {
    for (const key of this.dirty) {
      const entry = this.entries.get(key);
      this.dirty.delete(key);
      // A disk that is full costs durability, not the page: memory still has it.
      if (entry) await this.write(key, entry.artefact).catch(() => {});
    }
  }

  private async write(key: string, artefact: Artefact): Promise<void> {
    const path = this.pathOf(key);
    const draft = `${path}.${this.keeper}.tmp`;
    await mkdir(join(path, ".."), { recursive: true });
    const file = await open(draft, "w", 0o600);
    try {
      await file.writeFile(encodeArtefact(artefact, this.options.secret));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path).catch((error) =>
      rm(draft, { force: true }).then(() => Promise.reject(error)),
    );
  }

  /** Until everything kept so far is on disk. */
  async flush(): Promise<void> {
    while (this.writing !== null) await this.writing;
  }
}
