/** The progress a person sees: one line a step, with its seconds. */
const startedAt = performance.now();

const seconds = (from: number): string => ((performance.now() - from) / 1000).toFixed(1);

export async function step<Value>(
  words: string,
  act: () => Promise<Value>,
  say: (value: Value) => string = () => "",
): Promise<Value> {
  const from = performance.now();
  const value = await act();
  const more = say(value);
  process.stdout.write(`  ✓ ${words}${more ? ` ${more}` : ""} · ${seconds(from)} s\n`);
  return value;
}

export const totalSeconds = (): string => seconds(startedAt);
