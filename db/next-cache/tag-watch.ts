import type { Raw } from "#db/client.ts";
import { connect } from "#db/client.ts";

/** How long a page may be behind a publish on a bare `next start`. */
const FRESH_MS = 500;
/** `changed_at` is set before its commit: rows may appear this much later than they say. */
const OVERLAP_MS = 60_000;

/**
 * Follows the table cache_tag by looking at it. No clock decides: an epoch counts the looks that
 * found something, and a page drawn in an earlier epoch than its tag's last change is old.
 */
export class TagWatch {
  epoch = 0;
  private readonly changed = new Map<string, { at: number; epoch: number }>();
  private sql: Raw | null = null;
  private lookedAt = Number.NEGATIVE_INFINITY;
  private newest = 0;
  private looking: Promise<void> | null = null;

  /** Looks again when the last look is old. A database that is away leaves what is known. */
  async catchUp(): Promise<void> {
    if (performance.now() - this.lookedAt < FRESH_MS) return;
    this.looking ??= this.look()
      .catch(() => {})
      .finally(() => {
        this.looking = null;
      });
    await this.looking;
  }

  private async look(): Promise<void> {
    this.lookedAt = performance.now();
    this.sql ??= connect({ role: "zs_public", max: 1, name: "next-cache", statementMs: 2_000 }).sql;
    const rows = await this.sql<{ tag: string; at: number }[]>`
      select tag, extract(epoch from changed_at)::float8 * 1000 as at from public_cache_tag
      where changed_at > to_timestamp(${(this.newest - OVERLAP_MS) / 1000}::float8)`;
    const fresh = rows.filter((row) => this.changed.get(row.tag)?.at !== row.at);
    if (fresh.length === 0) return;
    this.epoch += 1;
    for (const { tag, at } of fresh) {
      this.changed.set(tag, { at, epoch: this.epoch });
      this.newest = Math.max(this.newest, at);
    }
  }

  changedSince(tags: readonly string[], epoch: number): boolean {
    return tags.some((tag) => (this.changed.get(tag)?.epoch ?? 0) > epoch);
  }
}
