import type { Page } from "#gateway/drawn.ts";
import { readDrawn } from "#gateway/drawn.ts";
import type { Heads } from "#gateway/respond.ts";
import type { Upstream } from "#gateway/upstream.ts";
import { logger } from "#lib/logger.ts";
import { compress, keyOf } from "#lib/pagestore/artefact.ts";
import type { Entry, PageStore } from "#lib/pagestore/store.ts";
import type { TagChange, TagState } from "#lib/pagestore/tag-state.ts";
import type { Address } from "#lib/routing/address.ts";
import { hrefOf, oldAddress } from "#lib/routing/address.ts";
import { isHomeQuery } from "#lib/routing/old-query.ts";
import { ABSENCE_PATH, isOfNext } from "#lib/routing/reserved.ts";
import type { RoutingSite } from "#lib/routing/snapshot.ts";
import { variantSegment } from "#lib/routing/variant.ts";

export type Wanted = { site: RoutingSite; address: Address };

/** What the gateway keeps beside a page: how to draw it again, its ready-made headers, what an answer says of itself. */
export type Beside = { wanted: Wanted; heads: Heads | null; noted?: string | null };
export type PageEntry = Entry<Beside>;

/** A page to send; where it came from goes into the log. */
export type Served =
  | { kind: "page"; entry: PageEntry; from: "hit" | "drawn" | "stale" }
  | { kind: "gone" }
  | { kind: "unavailable" };

type Flight = { epoch: number; promise: Promise<PageEntry | "absent" | null> };

const MAX_ABSENT = 20_000;
const REDRAW_AFTER_MS = 40;
const REDRAW_AT_ONCE = 2;
const MAX_REDRAWS = 2_000;

/** Of what moved or was withdrawn the words behind the path may say more. */
const isPage = (served: Served): boolean =>
  served.kind === "unavailable" || (served.kind === "page" && served.entry.artefact.status === 200);

/** Pages for citizens: from the store, else drawn once for all who ask, else what may stand in. */
export class Pages {
  drawn = 0;
  private readonly flights = new Map<string, Flight>();
  /** Addresses that do not exist, as of an epoch: any change may make one exist. */
  private readonly absent = new Map<string, number>();
  private readonly redraws = new Map<string, Wanted>();
  private running = 0;
  private readonly store: PageStore<Beside>;
  private readonly tags: TagState;
  private readonly upstream: Upstream;
  private readonly name: string;

  constructor(parts: {
    store: PageStore<Beside>;
    tags: TagState;
    upstream: Upstream;
    name: string;
  }) {
    this.store = parts.store;
    this.tags = parts.tags;
    this.upstream = parts.upstream;
    this.name = parts.name;
  }

  keyFor({ site, address }: Wanted): string {
    return keyOf({
      siteId: site.id,
      variant: variantSegment(address.variant),
      locale: address.locale,
      path: address.path,
    });
  }

  /**
   * The page of a path; where none is, what an old system told apart by the words behind it. A page that is there is
   * never drawn for words that mean nothing to it.
   */
  async serve(wanted: Wanted): Promise<Served> {
    const { site, address } = wanted;
    if (isOfNext(address.path)) return await this.serveAbsence(wanted);
    const old = oldAddress(address);
    if (!old) return (await this.find(wanted)) ?? (await this.serveAbsence(wanted));
    const { oldQuery = "", ...exact } = old;
    // What is kept of the home page stands in for it, as for any page.
    const isOldFirst = isHomeQuery(address.path, oldQuery);
    const plain = isOldFirst ? null : await this.find(wanted);
    if (plain && isPage(plain)) return plain;
    const found = await this.find({ site, address: exact });
    if (found && found.kind !== "unavailable") return found;
    const other = isOldFirst ? await this.find(wanted) : plain;
    return other ?? found ?? (await this.serveAbsence(wanted));
  }

  /** Null where nothing stands. */
  private async find(wanted: Wanted): Promise<Served | null> {
    const key = this.keyFor(wanted);
    const held = this.store.peek(key) ?? (await this.store.find(key));
    if (held) held.extra ??= { wanted, heads: null };
    if (held?.standing === "fresh") return { kind: "page", entry: held, from: "hit" };
    if (this.isAbsent(key)) return null;
    const drawn = await this.drawOnce(key, wanted);
    if (drawn === "absent") return null;
    if (drawn) return { kind: "page", entry: drawn, from: "drawn" };
    // Judged again: it may have been dropped while next was asked.
    const now = this.store.peek(key) ?? held;
    if (now?.standing === "gone") return { kind: "gone" };
    return now ? { kind: "page", entry: now, from: "stale" } : { kind: "unavailable" };
  }

  private isAbsent(key: string): boolean {
    const epoch = this.absent.get(key);
    if (epoch === undefined) return false;
    if (epoch === this.tags.epoch) return true;
    this.absent.delete(key);
    return false;
  }

  /** The site's one "not found" page, whatever was asked for: nothing is kept per bogus address. */
  private async serveAbsence(wanted: Wanted): Promise<Served> {
    const { locale, variant } = wanted.address;
    const address: Address = {
      locale,
      variant,
      path: ABSENCE_PATH,
      canonical: hrefOf(ABSENCE_PATH, locale, variant),
    };
    if (wanted.address.path === ABSENCE_PATH) return { kind: "unavailable" };
    return await this.serve({ site: wanted.site, address });
  }

  /** One drawing for everyone who asks in the same epoch; who asks after a change gets a newer one. */
  private drawOnce(key: string, wanted: Wanted): Promise<PageEntry | "absent" | null> {
    const flight = this.flights.get(key);
    if (flight && flight.epoch === this.tags.epoch) return flight.promise;
    const epoch = this.tags.epoch;
    const promise = this.draw(key, wanted, epoch).finally(() => {
      if (this.flights.get(key)?.promise === promise) this.flights.delete(key);
    });
    this.flights.set(key, { epoch, promise });
    return promise;
  }

  private async draw(
    key: string,
    wanted: Wanted,
    epoch: number,
  ): Promise<PageEntry | "absent" | null> {
    const renderedAt = Date.now();
    this.drawn += 1;
    const drawn = await this.upstream
      .draw(wanted.site.primaryHost, wanted.address.canonical, `${this.name}-${epoch}`)
      .catch((error: Error) => {
        logger.warn({ message: error.message, key }, "next did not answer");
        return null;
      });
    if (drawn && drawn.headers["x-zs-absent"] === "1" && wanted.address.path !== ABSENCE_PATH) {
      this.noteAbsent(key, epoch);
      return "absent";
    }
    const page = drawn && readDrawn(drawn);
    if (!page) {
      // Withdrawn or changed while it was drawn: what it is now, another drawing will tell.
      if (drawn && this.tags.epoch > epoch) return await this.draw(key, wanted, this.tags.epoch);
      return null;
    }
    return this.keep(key, wanted, page, { renderedAt, epoch });
  }

  private keep(
    key: string,
    wanted: Wanted,
    page: Page,
    asked: { renderedAt: number; epoch: number },
  ): PageEntry {
    const artefact = {
      key,
      status: page.status,
      contentType: page.contentType,
      location: page.location,
      tags: page.tags,
      ...asked,
      bodies: compress(page.body),
    };
    // Without tags nothing could ever tell that it changed: sent, not kept.
    const kept = page.isKept && page.tags.length > 0 ? this.store.keep(artefact) : null;
    const extra: Beside = { wanted, heads: null, noted: page.noted ?? null };
    if (kept) return Object.assign(kept, { extra });
    return {
      artefact: { ...artefact, keeper: "", world: "", isTombstone: false },
      standing: "stale",
      sizeBytes: 0,
      wasUsed: false,
      extra,
    };
  }

  private noteAbsent(key: string, epoch: number): void {
    if (this.absent.size >= MAX_ABSENT) this.absent.clear();
    this.absent.set(key, epoch);
  }

  /** Takes changes of tags in; pages that were read before are soon drawn again by themselves. */
  change(changes: readonly TagChange[]): void {
    const news = this.tags.apply(changes);
    if (news.length === 0) return;
    for (const key of this.store.change(news)) {
      const wanted = this.store.peek(key)?.extra?.wanted;
      if (wanted && this.redraws.size < MAX_REDRAWS) this.redraws.set(key, wanted);
    }
    // A moment later, so that a burst of publishes draws a list once and readers come first.
    setTimeout(() => this.redraw(), REDRAW_AFTER_MS).unref();
  }

  private redraw(): void {
    while (this.running < REDRAW_AT_ONCE) {
      const [next] = this.redraws;
      if (!next) return;
      const [key, wanted] = next;
      this.redraws.delete(key);
      if (this.store.peek(key)?.standing === "fresh") continue;
      this.running += 1;
      this.drawOnce(key, wanted)
        .catch((error) => logger.error({ error, key }, "redraw failed"))
        .finally(() => {
          this.running -= 1;
          this.redraw();
        });
    }
  }
}
