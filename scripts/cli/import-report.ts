import { closeSync, openSync, renameSync, writeSync } from "node:fs";
import type { Receipt } from "#modules/resources/commands/prepare.ts";

type Counts = Record<Receipt["status"], number>;

const SHOWN = 20;

/**
 * Receipts as they come: counted, the first refused ones kept for the screen, all of them written to
 * the report. Whatever the file's length, the memory stays the same. The report is there when it is whole.
 */
export class ImportReport {
  readonly counts: Counts = { imported: 0, merged: 0, refused: 0 };
  readonly firstRefused: Receipt[] = [];
  private readonly path: string | null;
  private readonly addressOf: (path: string) => string;
  private readonly file: number | null;
  private isEmpty = true;

  constructor(path: string | null, addressOf: (path: string) => string) {
    this.path = path;
    this.addressOf = addressOf;
    this.file = path ? openSync(`${path}.part`, "w") : null;
    if (this.file !== null) writeSync(this.file, '{\n"records": [');
  }

  add(receipt: Receipt): void {
    const { id, line, status, reason, path, resourceId } = receipt;
    this.counts[status] += 1;
    if (status === "refused" && this.firstRefused.length < SHOWN) this.firstRefused.push(receipt);
    if (this.file === null) return;
    const url = path ? this.addressOf(path) : null;
    const record = { id, line, status, reason, url, resource: resourceId };
    writeSync(this.file, `${this.isEmpty ? "" : ","}\n${JSON.stringify(record)}`);
    this.isEmpty = false;
  }

  finish(): void {
    if (this.file === null || !this.path) return;
    const { imported, merged, refused } = this.counts;
    writeSync(
      this.file,
      `\n],\n"imported": ${imported},\n"merged": ${merged},\n"refused": ${refused}\n}\n`,
    );
    closeSync(this.file);
    renameSync(`${this.path}.part`, this.path);
  }
}
