import type { WriteStream } from "node:fs";
import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";

const FLUSH_MS = 500;
const MAX_PENDING_BYTES = 256 * 1024;

/** One line a request, written in batches: time, address, host, method, target, status, bytes, store. */
export class AccessLog {
  private pending = "";
  private day = "";
  private file: WriteStream | null = null;
  private stamp = "";
  private readonly folder: string;
  private readonly timer: NodeJS.Timeout;

  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
    this.tick();
    this.timer = setInterval(() => this.tick(), FLUSH_MS).unref();
  }

  private tick(): void {
    this.stamp = new Date().toISOString();
    this.flush();
  }

  write(
    address: string,
    host: string,
    method: string,
    target: string,
    status: number,
    bytes: number,
    store: string,
  ): void {
    this.pending += `${this.stamp} ${address} ${host} ${method} ${target} ${status} ${bytes} ${store}\n`;
    if (this.pending.length > MAX_PENDING_BYTES) this.flush();
  }

  private flush(): void {
    if (this.pending === "") return;
    const day = this.stamp.slice(0, 10);
    if (day !== this.day) {
      this.file?.end();
      this.file = createWriteStream(join(this.folder, `access-${day}.log`), {
        flags: "a",
        mode: 0o600,
      });
      // A full disk must not stop the reading of pages.
      this.file.on("error", () => {});
      this.day = day;
    }
    this.file?.write(this.pending);
    this.pending = "";
  }

  close(): void {
    clearInterval(this.timer);
    this.flush();
    this.file?.end();
  }
}
