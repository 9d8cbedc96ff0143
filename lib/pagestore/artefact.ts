/**
 * A kept page as it lies on disk: signed over everything, its own key included, so that a torn,
 * flipped, truncated or swapped file is never served (RELIABILITY K6).
 */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

export const ENCODINGS = ["identity", "gzip", "br"] as const;
export type Encoding = (typeof ENCODINGS)[number];

export type Artefact = {
  /** Site, variant, locale and path; see `keyOf`. */
  key: string;
  status: number;
  contentType: string;
  location: string | null;
  tags: string[];
  /** When the drawing was asked for, milliseconds. */
  renderedAt: number;
  /** Which process kept it and at which epoch: exact within one process, unlike a clock. */
  keeper: string;
  epoch: number;
  /** Build and addresses it was drawn for; under another world it is old. */
  world: string;
  /** What remains of a page whose bytes may never be served again. */
  isTombstone: boolean;
  bodies: Record<Encoding, Buffer>;
};

const MAGIC = Buffer.from("ZSP1");
const SIGNATURE_BYTES = 32;
const HEAD = MAGIC.length + SIGNATURE_BYTES;

export function keyOf(page: {
  siteId: number;
  variant: string;
  locale: string;
  path: string;
}): string {
  return `${page.siteId}|${page.variant}|${page.locale}|${page.path}`;
}

/** The three forms that are sent; compressed once, when the page is kept. */
export function compress(body: Buffer): Record<Encoding, Buffer> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 5,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  return {
    identity: body,
    gzip: gzipSync(body, { level: 7 }),
    br: brotliCompressSync(body, { params }),
  };
}

export const emptyBodies = (): Record<Encoding, Buffer> => ({
  identity: Buffer.alloc(0),
  gzip: Buffer.alloc(0),
  br: Buffer.alloc(0),
});

export function etagOf(body: Buffer): string {
  return createHash("sha256").update(body).digest("base64url").slice(0, 22);
}

const sign = (secret: string, parts: readonly Buffer[]): Buffer => {
  const hmac = createHmac("sha256", secret);
  for (const part of parts) hmac.update(part);
  return hmac.digest();
};

/** `ZSP1` · signature · length of head · head (JSON) · bodies. */
export function encodeArtefact(artefact: Artefact, secret: string): Buffer {
  const { bodies, ...fields } = artefact;
  const head = Buffer.from(
    JSON.stringify({ ...fields, lengths: ENCODINGS.map((name) => bodies[name].length) }),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  const parts = [length, head, ...ENCODINGS.map((name) => bodies[name])];
  return Buffer.concat([MAGIC, sign(secret, parts), ...parts]);
}

/** Null for anything that was not written by `encodeArtefact` with this secret for this key. */
export function decodeArtefact(bytes: Buffer, secret: string, key: string): Artefact | null {
  if (bytes.length < HEAD + 4 || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  const signed = bytes.subarray(HEAD);
  if (!timingSafeEqual(bytes.subarray(MAGIC.length, HEAD), sign(secret, [signed]))) return null;
  const headEnd = 4 + signed.readUInt32BE(0);
  // Safe because the signature says that encodeArtefact wrote it.
  const { lengths, ...fields } = JSON.parse(signed.subarray(4, headEnd).toString()) as Omit<
    Artefact,
    "bodies"
  > & { lengths: [number, number, number] };
  if (fields.key !== key) return null;
  const [identity, gzip] = lengths;
  const at = (from: number, to?: number) =>
    signed.subarray(headEnd + from, to === undefined ? undefined : headEnd + to);
  return {
    ...fields,
    bodies: {
      identity: at(0, identity),
      gzip: at(identity, identity + gzip),
      br: at(identity + gzip),
    },
  };
}
