import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { Db } from "#db/client.ts";
import { withDeadline } from "#db/deadline.ts";
import { logger } from "#lib/logger.ts";
import type { Snapshot } from "#lib/routing/snapshot.ts";
import { readSnapshot } from "#modules/sites/queries/registry.ts";

/** Sites and hosts in memory; also on disk, so that the door opens without a database. */
export class Sites {
  snapshot: Snapshot = { hosts: {}, sites: {} };
  /** Changes whenever the snapshot does. */
  generation = 0;
  isLoaded = false;
  private readonly path: string;
  private readonly db: Db;

  constructor(path: string, db: Db) {
    this.path = path;
    this.db = db;
    if (existsSync(path)) this.take(JSON.parse(readFileSync(path, "utf8")) as Snapshot);
  }

  private take(snapshot: Snapshot): void {
    this.snapshot = snapshot;
    this.generation += 1;
    this.isLoaded = true;
  }

  /** Reads sites again; a database that is away leaves the list as it is. */
  async refresh(): Promise<void> {
    const fresh = await withDeadline(() => readSnapshot(this.db)).catch((error: Error) => {
      logger.warn({ message: error.message }, "sites could not be read");
      return null;
    });
    if (!fresh) return;
    const text = JSON.stringify(fresh);
    if (this.isLoaded && text === JSON.stringify(this.snapshot)) return;
    this.take(fresh);
    writeFileSync(`${this.path}.tmp`, text);
    renameSync(`${this.path}.tmp`, this.path);
  }
}
