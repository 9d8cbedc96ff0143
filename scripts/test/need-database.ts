/** The database tests are given a migrated, empty database; without one they say so once. */
export function setup(): void {
  if (process.env["DATABASE_URL"]) return;
  throw new Error("DATABASE_URL is not set: run `npm test -- --only database`");
}
