/** Requests byte by byte, as no honest client sends them. */
import { connect } from "node:net";

/** `status` is 0 when the connection was closed without an answer; `answers` counts those that came. */
export type RawAnswer = { status: number; statuses: number[]; text: string; body: Buffer };

const PATIENCE_MS = 4_000;

/** Everything that comes back until the server closes, or has been silent for four seconds. */
export function raw(port: number, bytes: string | Buffer): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const chunks: Buffer[] = [];
    socket.setTimeout(PATIENCE_MS, () => socket.destroy());
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", () => {});
    socket.on("close", () => {
      const all = Buffer.concat(chunks);
      const text = all.toString("latin1");
      const statuses = [...text.matchAll(/(?:^|\r\n)HTTP\/1\.1 (\d{3}) /g)].map(([, code]) =>
        Number(code),
      );
      const end = all.indexOf("\r\n\r\n");
      const body = end < 0 ? Buffer.alloc(0) : all.subarray(end + 4);
      resolve({ status: statuses[0] ?? 0, statuses, text, body });
    });
    socket.write(bytes);
  });
}

/** A well-formed request around whatever is wrong with it. */
export const requestText = (host: string, line: string, more: readonly string[] = []): string =>
  [`${line} HTTP/1.1`, `Host: ${host}`, ...more, "Connection: close", "", ""].join("\r\n");

/** `act` for all items, `width` at a time. */
export async function inParallel<Item>(
  items: readonly Item[],
  width: number,
  act: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const lane = async () => {
    for (const item of queue) await act(item);
  };
  await Promise.all(Array.from({ length: width }, lane));
}
