const DEEPEST = 6;

/**
 * Turns the levels an author used into levels without gaps: the first heading gets `base`, a deeper
 * one exactly one more than the heading it stands under, an equal one the same.
 * Call once per heading, in reading order.
 */
export function headingLevels(base: number): (level: number) => number {
  const above: { written: number; shown: number }[] = [];
  return (written) => {
    while ((above.at(-1)?.written ?? 0) > written) above.pop();
    const last = above.at(-1);
    if (last?.written === written) return last.shown;
    const shown = last ? Math.min(last.shown + 1, DEEPEST) : Math.min(base, DEEPEST);
    above.push({ written, shown });
    return shown;
  };
}
