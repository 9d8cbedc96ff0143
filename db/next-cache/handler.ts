/**
 * Next's own page cache, in memory only: for `next dev`, tests and a bare `next start`. Behind the
 * gateway it stands aside, because the gateway keeps the pages (ARCHITECTURE §3 says why).
 */
import { TagWatch } from "#db/next-cache/tag-watch.ts";

type Page = { kind: string; html?: string; headers?: Record<string, unknown> } | null;
type Entry = { value: Page; lastModified: number; epoch: number; tags: string[] };

const MAX_ENTRIES = 500;

type Shared = {
  zsPages?: Map<string, Entry>;
  zsStarted?: Map<string, number>;
  zsTagWatch?: TagWatch;
};
const shared = globalThis as unknown as Shared;

/** Tags that a page names of itself, at its end. */
const tagsOf = (html: string): string[] => /data-tags="([^"]*)"/.exec(html)?.[1]?.split(",") ?? [];

// Next loads this file by its path and takes the default export.
export default class CacheHandler {
  private readonly isBehindGateway: boolean;
  private readonly pages: Map<string, Entry>;
  private readonly started: Map<string, number>;
  private readonly watch: TagWatch;

  constructor(context: { _requestHeaders?: Record<string, unknown> } | undefined) {
    shared.zsPages ??= new Map();
    shared.zsStarted ??= new Map();
    shared.zsTagWatch ??= new TagWatch();
    this.pages = shared.zsPages;
    this.started = shared.zsStarted;
    this.watch = shared.zsTagWatch;
    this.isBehindGateway = context?._requestHeaders?.["x-zs-fresh"] === "1";
  }

  async get(
    key: string,
    context: { kind?: string },
  ): Promise<{ value: Page; lastModified: number } | null> {
    if (this.isBehindGateway || context.kind !== "APP_PAGE") return null;
    await this.watch.catchUp();
    const entry = this.pages.get(key);
    if (entry && !this.watch.changedSince(entry.tags, entry.epoch)) return entry;
    // A page is as old as the start of its drawing, not as its end: what changes in between counts.
    this.started.set(key, this.watch.epoch);
    return null;
  }

  async set(key: string, value: Page): Promise<void> {
    const epoch = this.started.get(key);
    this.started.delete(key);
    if (this.isBehindGateway || value?.kind !== "APP_PAGE" || epoch === undefined) return;
    const tags = tagsOf(value.html ?? "");
    if (this.pages.size >= MAX_ENTRIES) this.pages.delete(this.pages.keys().next().value ?? "");
    this.pages.set(key, { value, lastModified: Date.now(), epoch, tags });
  }

  async revalidateTag(): Promise<void> {
    // Changes come from the table cache_tag, never from Next's own calls.
  }

  resetRequestCache(): void {
    // Nothing is kept per request.
  }
}
