import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream";
import { byteRange } from "#gateway/byte-range.ts";
import { SECURITY_HEADERS } from "#gateway/headers.ts";
import { dataPath } from "#lib/env.ts";
import type { FileKind } from "#lib/format/file-kinds.ts";
import { fileKind } from "#lib/format/file-kinds.ts";

const ADDRESS = /^\/files\/([a-f0-9]{64})\.([a-z0-9]{3,4})$/;

/**
 * Sends a published file, `/files/<sha256>.<extension>`; false when there is none: it was never
 * published, or it was withdrawn. Asked about each time (`no-cache`), so that a withdrawal holds.
 */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  target: string,
  ifNoneMatch: string | undefined,
): Promise<{ status: number; bytes: number } | null> {
  const [, sha256 = "", extension = ""] = ADDRESS.exec(target.split("?")[0] ?? "") ?? [];
  const kind = fileKind(extension);
  if (!kind) return null;
  const path = dataPath("public-files", sha256.slice(0, 2), `${sha256}.${extension}`);
  const facts = await stat(path).catch(() => null);
  if (!facts) return null;
  const etag = `"${sha256.slice(0, 32)}"`;
  const head = ["ETag", etag, "Cache-Control", "no-cache", ...SECURITY_HEADERS];
  if (ifNoneMatch === etag) {
    response.writeHead(304, head);
    response.end();
    return { status: 304, bytes: 0 };
  }
  return sendPart(request, response, { path, size: facts.size, kind, etag, head });
}

type Sent = { path: string; size: number; kind: FileKind; etag: string; head: readonly string[] };

function sendPart(
  request: IncomingMessage,
  response: ServerResponse,
  { path, size, kind, etag, head }: Sent,
): { status: number; bytes: number } {
  const part = partOf(request, etag, size);
  if (part === "outside") {
    response.writeHead(416, ["Content-Range", `bytes */${size}`, ...head]);
    response.end();
    return { status: 416, bytes: 0 };
  }
  const { start, end } = part ?? { start: 0, end: size - 1 };
  const status = part ? 206 : 200;
  const bytes = end - start + 1;
  response.writeHead(status, [
    ...["Content-Type", kind.mediaType, "Content-Length", String(bytes), "Accept-Ranges", "bytes"],
    ...["Content-Disposition", kind.isShown ? "inline" : "attachment"],
    ...(part ? ["Content-Range", `bytes ${start}-${end}/${size}`] : []),
    ...head,
  ]);
  if (request.method === "HEAD" || bytes === 0) response.end();
  else pipeline(createReadStream(path, { start, end }), response, () => {});
  return { status, bytes };
}

/** The part that is asked for; a part of other bytes than these (`If-Range`) is no part. */
function partOf({ headers, method }: IncomingMessage, etag: string, size: number) {
  const { range, "if-range": condition } = headers;
  const isMeant = method === "GET" && (condition === undefined || condition === etag);
  return isMeant ? byteRange(range, size) : null;
}
