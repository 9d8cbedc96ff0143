/** Counts questions and what is opened from their results. Who asks is hashed with a salt of this start, and never written. */
import { createHmac, randomBytes } from "node:crypto";
import type { Db } from "#db/client.ts";
import type { Seen } from "#gateway/filter.ts";
import { clientOf } from "#gateway/limiter.ts";
import type { Wanted } from "#gateway/pages.ts";
import { logger } from "#lib/logger.ts";
import { normalizeHost } from "#lib/routing/host.ts";
import { LIST_MARK, SEARCH_PATH, searchQuery } from "#lib/routing/search.ts";
import { noteSearches } from "#modules/searchlog/commands/note.ts";
import { channelOf } from "#modules/searchlog/domain/channel.ts";
import { COLLECTING } from "#modules/searchlog/domain/settings.ts";
import type { Opening } from "#modules/searchlog/domain/tally.ts";
import { Tally } from "#modules/searchlog/domain/tally.ts";
import type { Noted } from "#modules/searchlog/schema.ts";
import { notedSchema } from "#modules/searchlog/schema.ts";

type Asked = { client: string; seen: Seen; target: string };

/** What next packed into the page, see modules/pages/loaders/search/noted.ts; null when it is torn. */
function readNoted(packed: string): Noted | null {
  try {
    return notedSchema.parse(JSON.parse(Buffer.from(packed, "base64url").toString()));
  } catch (error) {
    logger.error({ err: error }, "an answer said something that cannot be read");
    return null;
  }
}

/** Where a reader comes from, when that may be results: those of this host, or anything of another one. */
export function cameFrom(referer: string, host: string): Opening["from"] | null {
  const url = URL.parse(referer);
  const from = url && normalizeHost(url.host);
  if (!url || !from) return null;
  const isResults = url.pathname.endsWith(SEARCH_PATH) && url.search !== "";
  if (isResults) return { host: from, query: searchQuery(url.searchParams) };
  // Between sites a browser says the host alone.
  return from !== host && url.pathname === "/" ? { host: from, query: null } : null;
}

export class SearchLog {
  private readonly tally = new Tally();
  private readonly salt = randomBytes(32);
  private readonly timer: NodeJS.Timeout;
  private readonly db: Db;
  private readonly mostRows: number;

  constructor(db: Db, mostRows: number) {
    this.db = db;
    this.mostRows = mostRows;
    this.timer = setInterval(() => void this.write(), COLLECTING.writeEveryMs).unref();
  }

  get isWatching(): boolean {
    return this.tally.isWatching;
  }

  ask({ client, seen, target }: Asked, { site, address }: Wanted, packed: string): void {
    const { question } = address;
    const noted = question ? readNoted(packed) : null;
    if (!question || !noted) return;
    const words = new URLSearchParams(target.split("?")[1]);
    this.tally.ask(
      {
        client: this.hash(client),
        channel: channelOf(seen.userAgent, question.kind !== "results"),
        siteId: site.id,
        host: site.primaryHost,
        query: question.query,
        isLed: words.has(LIST_MARK),
        noted,
      },
      Date.now(),
    );
  }

  open({ client, seen, target }: Asked): void {
    const host = normalizeHost(seen.host);
    const from = host && cameFrom(seen.referer ?? "", host);
    if (!host || !from) return;
    const address = `${host}${target.split("?")[0]}`;
    this.tally.open({ client: this.hash(client), address, from }, Date.now());
  }

  private hash(client: string): string {
    return createHmac("sha256", this.salt)
      .update(clientOf(client))
      .digest("base64url")
      .slice(0, 16);
  }

  /** What cannot be written waits for the next time, as far as there is room. */
  private async write(): Promise<void> {
    const sums = this.tally.take();
    if (!sums) return;
    try {
      if (!(await noteSearches(this.db, sums, this.mostRows))) this.tally.giveBack(sums);
    } catch (error) {
      this.tally.giveBack(sums);
      logger.warn({ message: (error as Error).message }, "questions were not noted");
    }
  }

  /** Writes what is left. */
  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.write();
  }
}
