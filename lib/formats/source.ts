import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline, Transform } from "node:stream";
import { createGunzip } from "node:zlib";

/** The first bytes of a file, unpacked when it is gzipped. Fewer when it is shorter or damaged. */
export async function readHead(path: string, size: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of await openFile(path)) {
      parts.push(chunk);
      length += chunk.length;
      if (length >= size) break;
    }
  } catch {
    // What was read before the damage is the head; the reader itself will say where it is damaged.
  }
  return Buffer.concat(parts).subarray(0, size);
}

/** The bytes of a file, unpacked when it is gzipped; `onBytes` counts those read from the disk. */
export async function openFile(
  path: string,
  onBytes: (count: number) => void = () => {},
): Promise<AsyncIterable<Buffer>> {
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  const counter = new Transform({
    transform: (chunk: Buffer, _, done) => {
      onBytes(chunk.length);
      done(null, chunk);
    },
  });
  // Errors reach whoever reads the last stream.
  return (await isGzip(path))
    ? pipeline(file, counter, createGunzip(), () => {})
    : pipeline(file, counter, () => {});
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}
