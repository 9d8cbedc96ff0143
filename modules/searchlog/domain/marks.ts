/** What was counted already, forgotten after a time; bounded, the oldest go first. */
export class Marks {
  private readonly until = new Map<string, number>();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  /** True the first time within `ms`. Times in milliseconds. */
  isFirst(mark: string, ms: number, now: number): boolean {
    const until = this.until.get(mark);
    if (until !== undefined && now < until) return false;
    this.until.delete(mark);
    this.until.set(mark, now + ms);
    if (this.until.size > this.most) {
      const [oldest] = this.until.keys();
      if (oldest !== undefined) this.until.delete(oldest);
    }
    return true;
  }
}
