import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream";
import { SECURITY_HEADERS } from "#gateway/headers.ts";
import { dataPath } from "#lib/env.ts";

/** Kinds that are stored at all; those a browser shows by itself are shown, the rest are saved. */
const TYPES: Record<string, { type: string; isShown: boolean }> = {
  jpg: { type: "image/jpeg", isShown: true },
  png: { type: "image/png", isShown: true },
  webp: { type: "image/webp", isShown: true },
  pdf: { type: "application/pdf", isShown: true },
  docx: {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    isShown: false,
  },
  xlsx: {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    isShown: false,
  },
  pptx: {
    type: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    isShown: false,
  },
  ofd: { type: "application/ofd", isShown: false },
};

const ADDRESS = /^\/files\/([a-f0-9]{64})\.([a-z]{3,4})$/;

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
  const kind = Object.hasOwn(TYPES, extension) ? TYPES[extension] : undefined;
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
  const disposition = kind.isShown ? "inline" : "attachment";
  response.writeHead(200, [
    "Content-Type",
    kind.type,
    "Content-Length",
    String(facts.size),
    "Content-Disposition",
    disposition,
    ...head,
  ]);
  if (request.method === "HEAD") response.end();
  else pipeline(createReadStream(path), response, () => {});
  return { status: 200, bytes: facts.size };
}
