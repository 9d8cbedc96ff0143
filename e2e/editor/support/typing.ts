/** How long a key takes until it is painted, as Event Timing measures it. */
import type { EditorPage } from "./editor-page.ts";

export type TypingFigures = { keys: number; p50Ms: number; p95Ms: number; maxMs: number };

/** Durations come in steps of 8 ms; what is under 16 ms is not reported and counts as 16. */
const LEAST_MS = 16;

export async function measureTyping({ page }: EditorPage, keys: number): Promise<TypingFigures> {
  await page.evaluate((leastMs) => {
    const seen: number[] = [];
    Object.assign(globalThis, { zsKeys: seen });
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (entry.name === "keydown") seen.push(entry.duration);
    });
    observer.observe({ type: "event", durationThreshold: leastMs } as PerformanceObserverInit);
  }, LEAST_MS);
  for (let key = 0; key < keys; key += 1) {
    await page.keyboard.press("abcdefghij"[key % 10] ?? "a");
    // A quick typist, and a pause between the keys in which the page may breathe.
    await page.evaluate(() => new Promise((done) => setTimeout(done, 30)));
  }
  await page.evaluate(() => new Promise((done) => setTimeout(done, 200)));
  const seen = await page.evaluate(() => (globalThis as unknown as { zsKeys: number[] }).zsKeys);
  const all = [...seen, ...Array<number>(Math.max(0, keys - seen.length)).fill(LEAST_MS)];
  all.sort((a, b) => a - b);
  const at = (share: number) => all[Math.min(all.length - 1, Math.floor(all.length * share))] ?? 0;
  return { keys, p50Ms: at(0.5), p95Ms: at(0.95), maxMs: at(1) };
}
