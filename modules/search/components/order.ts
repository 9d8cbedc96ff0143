/** The list with the entry at `at` one place further on (`by` 1) or further up (-1); the same list at its ends. */
export function moved<Entry>(entries: readonly Entry[], at: number, by: 1 | -1): Entry[] {
  const to = at + by;
  const changed = [...entries];
  const [one] = changed.splice(at, 1);
  if (one === undefined || to < 0 || to > changed.length) return [...entries];
  changed.splice(to, 0, one);
  return changed;
}
