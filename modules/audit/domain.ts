/** Everything of an audit row that its signature covers, in one spelling. */
export type SignedRow = {
  /** `YYYY-MM-DDTHH:MM:SS.ffffffZ`, microseconds as PostgreSQL keeps them. */
  at: string;
  actorKind: string;
  actorId: string;
  action: string;
  subjectKind: string;
  subjectId: string;
  siteId: number | null;
  details: unknown;
};

/** Objects with their keys sorted, because jsonb gives them back in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, held]) => [name, sorted(held)]),
  );
}

export function signedText(row: SignedRow): string {
  const { at, actorKind, actorId, action, subjectKind, subjectId, siteId, details } = row;
  return JSON.stringify([
    at,
    actorKind,
    actorId,
    action,
    subjectKind,
    subjectId,
    siteId,
    sorted(details),
  ]);
}
