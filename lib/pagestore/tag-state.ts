import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";

/** One change of a tag, as the database and this process know it. */
export type TagChange = {
  tag: string;
  isDrop: boolean;
  /** Milliseconds of the database's clock; of one tag, a later commit has a later one. */
  at: number;
};

type Known = { at: number; epoch: number; isDrop: boolean };

/** `changed_at` is set before its commit, and clocks differ a little: this much is not trusted. */
const SLACK_MS = 60_000;

/**
 * When each tag last changed, in epochs of this process and in the database's time. Written to a log
 * before it takes effect, so that a dropped page stays dropped when the process starts again without
 * a database.
 */
export class TagState {
  /** Counts the notifications that changed something. */
  epoch = 0;
  /** Newest moment seen; where to go on after a gap. */
  newest = 0;
  /** True when the database has told what changed before this process began. */
  isCaughtUp = false;
  private readonly known = new Map<string, Known>();
  private readonly logPath: string;

  constructor(logPath: string) {
    this.logPath = logPath;
    mkdirSync(dirname(logPath), { recursive: true });
    if (existsSync(logPath)) this.replay(readFileSync(logPath, "utf8"));
  }

  private replay(log: string): void {
    for (const line of log.split("\n")) {
      const [at, drop, tag] = line.split("\t");
      // A line torn by a crash has fewer words; the database tells it again.
      if (tag && Number(at) > 0) this.note({ tag, isDrop: drop === "d", at: Number(at) });
    }
    const lines = [...this.known].map(
      ([tag, { at, isDrop }]) => `${at}\t${isDrop ? "d" : "r"}\t${tag}\n`,
    );
    writeFileSync(`${this.logPath}.tmp`, lines.join(""));
    renameSync(`${this.logPath}.tmp`, this.logPath);
  }

  private note({ tag, isDrop, at }: TagChange): void {
    this.known.set(tag, { at, isDrop, epoch: this.epoch });
    this.newest = Math.max(this.newest, at);
  }

  /** Takes changes in; returns those that were news. One call is one epoch. */
  apply(changes: readonly TagChange[]): TagChange[] {
    const news = changes.filter(({ tag, at }) => (this.known.get(tag)?.at ?? -1) < at);
    if (news.length === 0) return [];
    appendFileSync(
      this.logPath,
      news.map(({ at, isDrop, tag }) => `${at}\t${isDrop ? "d" : "r"}\t${tag}\n`).join(""),
    );
    this.epoch += 1;
    for (const change of news) this.note(change);
    return news;
  }

  /** True when one of the tags changed after this epoch of this process. */
  changedSince(tags: readonly string[], epoch: number): boolean {
    return tags.some((tag) => (this.known.get(tag)?.epoch ?? 0) > epoch);
  }

  /** How a page drawn by another process at `renderedAt` stands now. */
  judge(tags: readonly string[], renderedAt: number): "fresh" | "stale" | "gone" {
    const later = tags
      .flatMap((tag) => this.known.get(tag) ?? [])
      .filter(({ at }) => at > renderedAt - SLACK_MS);
    if (later.length === 0) return "fresh";
    // Within the slack a drop may be older than the page: then it is only stale, unless surely later.
    return later.some(({ isDrop, at }) => isDrop && at > renderedAt) ? "gone" : "stale";
  }

  /** Same, for a page of this process. */
  judgeOwn(tags: readonly string[], epoch: number): "fresh" | "stale" | "gone" {
    const later = tags
      .flatMap((tag) => this.known.get(tag) ?? [])
      .filter((known) => known.epoch > epoch);
    if (later.length === 0) return "fresh";
    return later.some(({ isDrop }) => isDrop) ? "gone" : "stale";
  }
}
