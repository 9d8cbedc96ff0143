/** One reading of something that changes rarely, shared by all who ask; milliseconds of `performance.now()`. */
export class SharedRead<Value> {
  private held: { value: Value; begunAt: number } | null = null;
  private reading: { promise: Promise<Value>; begunAt: number } | null = null;
  private readonly read: () => Promise<Value>;

  constructor(read: () => Promise<Value>) {
    this.read = read;
  }

  private begin(): Promise<Value> {
    const begunAt = performance.now();
    const promise = this.read()
      .then((value) => {
        this.held = { value, begunAt };
        return value;
      })
      .finally(() => {
        this.reading = null;
      });
    this.reading = { promise, begunAt };
    return promise;
  }

  /**
   * A value whose reading began at `moment` or later: what was committed before it is in it. An older
   * value where reading fails.
   * @throws what reading throws, when there is no value at all
   */
  async begunSince(moment: number): Promise<Value> {
    if (this.held && this.held.begunAt >= moment) return this.held.value;
    const running = this.reading;
    try {
      if (running && running.begunAt >= moment) return await running.promise;
      // One that began too early is waited for, so that there is never more than one at work.
      if (running) await running.promise.catch(() => null);
      return await (this.reading?.promise ?? this.begin());
    } catch (error) {
      if (!this.held) throw error;
      return this.held.value;
    }
  }
}
