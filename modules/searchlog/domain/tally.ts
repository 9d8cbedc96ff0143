/**
 * Questions and opened results as sums. Who asked is a word that the caller makes anew with every start
 * and that leaves this memory never: it only keeps one person from counting twice. @rule ADR 29
 */
import type { SearchChannel } from "#db/enums/searchlog.ts";
import { Marks } from "#modules/searchlog/domain/marks.ts";
import { CLICKS, COLLECTING } from "#modules/searchlog/domain/settings.ts";
import type { ClickSum, DaySum, Noted, QuestionSum, Sums } from "#modules/searchlog/schema.ts";

export type Asking = {
  client: string;
  channel: SearchChannel;
  siteId: number;
  /** Of the result page, without port. */
  host: string;
  /** The question in its one spelling, with its filters and page. */
  query: string;
  /** It came from one of our own lists of words. */
  isLed: boolean;
  noted: Noted;
};

/** A page or file that was asked for, and where its reader says to come from. */
export type Opening = {
  client: string;
  /** `host/path` */
  address: string;
  from: { host: string /** Null: only the host is said. */; query: string | null };
};

/** Results that a client has before them. */
type Results = {
  asking: Asking;
  text: string;
  places: Map<string, { resourceId: number; place: number }>;
  until: number;
};

type Rows = {
  questions: Map<string, QuestionSum>;
  days: Map<string, DaySum>;
  clicks: Map<string, ClickSum>;
};
const noRows = (): Rows => ({ questions: new Map(), days: new Map(), clicks: new Map() });

/** A lower place is seen by fewer: the click there says more. */
export const weightOf = (place: number): number => Math.min(CLICKS.mostWeight, Math.sqrt(place));

/** Adds to a row, or makes it where there is room. */
function add<Row extends object>(
  rows: Map<string, Row>,
  key: string,
  fresh: Row,
  grow: (row: Row) => void,
): void {
  const known = rows.get(key);
  if (known) grow(known);
  else if (rows.size < COLLECTING.mostRows) rows.set(key, fresh);
}

export class Tally {
  private readonly marks = new Marks(COLLECTING.mostMarks);
  private readonly clients = new Map<string, Results[]>();
  private rows = noRows();

  /** False while nobody has results before them: nothing can have been opened from them. */
  get isWatching(): boolean {
    return this.clients.size > 0;
  }

  ask(asking: Asking, now: number): void {
    const { channel, siteId, client, noted } = asking;
    const { text, scope, hits } = noted;
    const isPerson = channel === "person";
    const mark = `${client} ${JSON.stringify([siteId, text, scope, noted.class])}`;
    if (isPerson && text !== null) this.remember(asking, text, now);
    if (isPerson && !this.marks.isFirst(mark, COLLECTING.askedAgainMs, now)) return;
    const empty = hits === 0 ? 1 : 0;
    const withheld = text === null ? 1 : 0;
    this.addDay({ site: siteId, channel, asked: 1, empty, clicked: 0, withheld });
    if (!isPerson || text === null) return;
    const led = asking.isLed ? 1 : 0;
    this.addQuestion({
      ...{ site: siteId, text, scope, class: noted.class, hits },
      ...{ asked: 1, led, empty, clicked: 0 },
    });
  }

  /** Counts a result as opened when this client had it before them, once. */
  open({ client, address, from }: Opening, now: number): void {
    const found = this.clients
      .get(client)
      ?.findLast(
        ({ asking, places, until }) =>
          now < until &&
          asking.host === from.host &&
          (from.query === null || from.query === asking.query) &&
          places.has(address),
      );
    const hit = found?.places.get(address);
    if (!found || !hit) return;
    const { text, asking } = found;
    const { siteId, noted } = asking;
    const words = JSON.stringify([siteId, text]);
    const again = `${client} ${words} ${hit.resourceId}`;
    if (!this.marks.isFirst(again, COLLECTING.openedAgainMs, now)) return;
    const weight = weightOf(hit.place);
    this.addClick({ site: siteId, text, resource: hit.resourceId, clicks: 1, weight });
    if (!this.marks.isFirst(`${client} opened ${words}`, COLLECTING.askedAgainMs, now)) return;
    this.addDay({ site: siteId, channel: "person", asked: 0, empty: 0, clicked: 1, withheld: 0 });
    this.addQuestion({
      ...{ site: siteId, text, scope: noted.scope, class: noted.class, hits: noted.hits },
      ...{ asked: 0, led: 0, empty: 0, clicked: 1 },
    });
  }

  /** What has come together; from here on it is the caller's. Null when nothing has. */
  take(): Sums | null {
    const { questions, days, clicks } = this.rows;
    if (questions.size + days.size + clicks.size === 0) return null;
    this.rows = noRows();
    return {
      questions: [...questions.values()],
      days: [...days.values()],
      clicks: [...clicks.values()],
    };
  }

  /** Takes back what could not be written. */
  giveBack({ questions, days, clicks }: Sums): void {
    for (const row of questions) this.addQuestion(row);
    for (const row of days) this.addDay(row);
    for (const row of clicks) this.addClick(row);
  }

  private remember(asking: Asking, text: string, now: number): void {
    const { client, noted } = asking;
    const places = new Map(
      noted.shown.flatMap(({ resourceId, place, addresses }) =>
        addresses.map((address) => [address, { resourceId, place }] as const),
      ),
    );
    const others = (this.clients.get(client) ?? []).filter(
      (one) => now < one.until && one.asking.query !== asking.query,
    );
    const results = { asking, text, places, until: now + COLLECTING.openedWithinMs };
    // Set anew, so that whoever asked longest ago is the first of the map.
    this.clients.delete(client);
    this.clients.set(client, [...others, results].slice(-COLLECTING.resultsPerClient));
    if (this.clients.size <= COLLECTING.mostClients) return;
    const [oldest] = this.clients.keys();
    if (oldest !== undefined) this.clients.delete(oldest);
  }

  private addQuestion(row: QuestionSum): void {
    const key = JSON.stringify([row.site, row.text, row.scope, row.class]);
    add(this.rows.questions, key, row, (known) => {
      known.asked += row.asked;
      known.led += row.led;
      known.empty += row.empty;
      known.clicked += row.clicked;
      if (row.asked > 0) known.hits = row.hits;
    });
  }

  private addDay(row: DaySum): void {
    add(this.rows.days, `${row.site} ${row.channel}`, row, (known) => {
      known.asked += row.asked;
      known.empty += row.empty;
      known.clicked += row.clicked;
      known.withheld += row.withheld;
    });
  }

  private addClick(row: ClickSum): void {
    add(this.rows.clicks, JSON.stringify([row.site, row.text, row.resource]), row, (known) => {
      known.clicks += row.clicks;
      known.weight += row.weight;
    });
  }
}
