import type { IncomingMessage, ServerResponse } from "node:http";
import { Agent, request } from "node:http";

/** Of one connection, not of the message; never passed on. */
const HOP_BY_HOP = new Set([
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);
/** Said by the gateway alone, whatever the client said. */
const OWNED = /^(?:x-forwarded-|forwarded$|x-zs-|x-middleware-|x-real-ip$)/;

const MAX_BODY_BYTES = 64 * 1024 * 1024;
const TIMEOUT_MS = 60_000;

/**
 * Each message of the desk has a connection of its own: one that had rested may be closed just when it is used
 * again, and an act must not be sent twice.
 */
export const DESK_AGENT = new Agent({ keepAlive: false });

/** The admin process, and for whom it is asked. */
export type NextAdmin = { port: number; secret: string; address: string };

export function passedHeaders(raw: readonly string[], secret: string, address: string): string[] {
  const passed: string[] = ["x-zs-gate", secret, "x-forwarded-for", address];
  for (let at = 0; at < raw.length; at += 2) {
    const name = (raw[at] ?? "").toLowerCase();
    if (!HOP_BY_HOP.has(name) && !OWNED.test(name)) passed.push(name, raw[at + 1] ?? "");
  }
  return passed;
}

const backHeaders = (raw: readonly string[]): string[] =>
  raw.flatMap((name, at) => {
    const isKept =
      at % 2 === 0 && !HOP_BY_HOP.has(name.toLowerCase()) && !OWNED.test(name.toLowerCase());
    return isKept ? [name, raw[at + 1] ?? ""] : [];
  });

/** Passes a request of the desk to the admin process, body and all. `onFail` answers when it is away. */
export function proxyDesk(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  next: NextAdmin,
  onFail: () => void,
): void {
  let size = 0;
  const sent = request(
    {
      host: "localhost",
      port: next.port,
      agent: DESK_AGENT,
      method: incoming.method,
      path: incoming.url,
      headers: passedHeaders(incoming.rawHeaders, next.secret, next.address),
      timeout: TIMEOUT_MS,
    },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, [
        ...backHeaders(answer.rawHeaders),
        "X-Content-Type-Options",
        "nosniff",
      ]);
      answer.pipe(outgoing);
    },
  );
  sent.on("timeout", () => sent.destroy());
  sent.on("error", () => (outgoing.headersSent ? outgoing.destroy() : onFail()));
  outgoing.on("close", () => sent.destroy());
  incoming.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) incoming.destroy();
  });
  incoming.pipe(sent);
}
