import type { IncomingMessage, ServerResponse } from "node:http";
import { SECURITY_HEADERS } from "#gateway/headers.ts";
import type { ReadyAnswers } from "#gateway/ready.ts";
import type { Artefact, Encoding } from "#lib/pagestore/artefact.ts";
import { etagOf } from "#lib/pagestore/artefact.ts";

/** Ready-made header lists of a page, one for each encoding, and those of "not modified". */
export type Heads = Record<Encoding, { etag: string; full: string[]; notModified: string[] }>;

/** `no-cache` lets every cache keep a page and none serve it unasked: a withdrawn one must go at once. */
const PAGE_CACHING = ["Cache-Control", "no-cache", "Vary", "Accept-Encoding"];

const encodingHeader = (encoding: Encoding): string[] =>
  encoding === "identity" ? [] : ["Content-Encoding", encoding];

export function makeHeads(artefact: Artefact): Heads {
  const base = etagOf(artefact.bodies.identity);
  const head = (encoding: Encoding) => {
    const etag = `"${base}${encoding === "identity" ? "" : `-${encoding}`}"`;
    const notModified = ["ETag", etag, ...PAGE_CACHING, ...SECURITY_HEADERS];
    const location = artefact.location ? ["Location", artefact.location] : [];
    const type = [
      "Content-Type",
      artefact.contentType,
      "Content-Length",
      String(artefact.bodies[encoding].length),
    ];
    return {
      etag,
      full: [...type, ...encodingHeader(encoding), ...location, ...notModified],
      notModified,
    };
  };
  return { identity: head("identity"), gzip: head("gzip"), br: head("br") };
}

/** The best form the client takes; a page of no bytes is sent as it is. */
export function pickEncoding(accepted: string): Encoding {
  if (accepted.includes("br") && !/\bbr;q=0(?:\.0*)?(?:,|$)/.test(accepted)) return "br";
  return accepted.includes("gzip") && !/gzip;q=0(?:\.0*)?(?:,|$)/.test(accepted)
    ? "gzip"
    : "identity";
}

const sameTag = (header: string, etag: string): boolean =>
  header === etag || header.split(",").some((word) => word.trim().replace(/^W\//, "") === etag);

type Asking = { acceptEncoding: string; ifNoneMatch: string | undefined };

/** Sends a page; returns status and bytes for the log. */
export function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  page: { artefact: Artefact; heads: Heads },
  asking: Asking,
  ready: ReadyAnswers | null = null,
): { status: number; bytes: number } {
  const { artefact, heads } = page;
  const encoding =
    artefact.bodies.identity.length === 0 ? "identity" : pickEncoding(asking.acceptEncoding);
  const head = heads[encoding];
  if (
    asking.ifNoneMatch !== undefined &&
    artefact.status === 200 &&
    sameTag(asking.ifNoneMatch, head.etag)
  ) {
    response.writeHead(304, head.notModified);
    response.end();
    return { status: 304, bytes: 0 };
  }
  const body = artefact.bodies[encoding];
  if (ready && artefact.status === 200 && request.method === "GET" && response.shouldKeepAlive) {
    ready.send(response, head.full, body);
    return { status: 200, bytes: body.length };
  }
  response.writeHead(artefact.status, head.full);
  if (request.method === "HEAD") response.end();
  else response.end(body);
  return { status: artefact.status, bytes: body.length };
}

type Plain = { status: number; body: string; type?: string; headers?: string[] };

/** A short answer that is never kept: refusals, state pages, redirects. */
export function sendPlain(
  request: IncomingMessage,
  response: ServerResponse,
  { status, body, type = "text/plain; charset=utf-8", headers = [] }: Plain,
): { status: number; bytes: number } {
  const bytes = Buffer.from(body);
  const head = [
    "Content-Type",
    type,
    "Content-Length",
    String(bytes.length),
    "Cache-Control",
    "no-store",
    ...headers,
    ...SECURITY_HEADERS,
  ];
  response.writeHead(status, head);
  if (request.method === "HEAD") response.end();
  else response.end(bytes);
  return { status, bytes: bytes.length };
}

/** A stylesheet or mark. Hashed names never change; the others are asked about each time. */
export function sendStatic(
  request: IncomingMessage,
  response: ServerResponse,
  file: { type: string; etag: string; isImmutable: boolean; bodies: Record<Encoding, Buffer> },
  asking: Asking,
): { status: number; bytes: number } {
  const encoding = pickEncoding(asking.acceptEncoding);
  const etag = `"${file.etag}${encoding === "identity" ? "" : `-${encoding}`}"`;
  const caching = file.isImmutable ? "public, max-age=31536000, immutable" : "no-cache";
  const head = [
    "ETag",
    etag,
    "Cache-Control",
    caching,
    "Vary",
    "Accept-Encoding",
    ...SECURITY_HEADERS,
  ];
  if (asking.ifNoneMatch !== undefined && sameTag(asking.ifNoneMatch, etag)) {
    response.writeHead(304, head);
    response.end();
    return { status: 304, bytes: 0 };
  }
  const body = file.bodies[encoding];
  response.writeHead(200, [
    "Content-Type",
    file.type,
    "Content-Length",
    String(body.length),
    ...encodingHeader(encoding),
    ...head,
  ]);
  if (request.method === "HEAD") response.end();
  else response.end(body);
  return { status: 200, bytes: body.length };
}
