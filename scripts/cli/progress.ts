const EVERY_MS = 500;
/** Where nobody watches, one line now and then for the log. */
const LOG_EVERY_MS = 15_000;

/** `▓▓▓▓▓░░░░░  47% · 导入 1,204 · 612 条/秒`, on the error stream. */
export class Progress {
  private readonly total: number;
  private readonly started = performance.now();
  private done = 0;
  private shown = 0;
  private readonly isWatched = process.stderr.isTTY;

  constructor(total: number) {
    this.total = total;
  }

  advance(amount: number): void {
    this.done += amount;
  }

  show(words: string, records: number): void {
    const now = performance.now();
    const pause = this.isWatched ? EVERY_MS : LOG_EVERY_MS;
    if (now - Math.max(this.shown, this.started) < pause) return;
    this.shown = now;
    const share = this.total > 0 ? Math.min(1, this.done / this.total) : 0;
    const bar = "▓".repeat(Math.round(share * 20)).padEnd(20, "░");
    const rate = Math.round(records / ((now - this.started) / 1000));
    const line = `${bar} ${String(Math.floor(share * 100)).padStart(3)}% · ${words} · ${rate} 条/秒`;
    process.stderr.write(this.isWatched ? `\r${line}  ` : `${line}\n`);
  }

  end(): void {
    if (this.isWatched && this.shown > 0) process.stderr.write("\r\u001b[K");
  }
}
