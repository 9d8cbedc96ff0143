/** The first gate: what a request may look like at all. Pure; reads raw headers, as they came. */
import { MAX_TARGET_LENGTH } from "#lib/routing/address.ts";

/** The few headers that decide anything; read in one pass over the raw list. */
export type Seen = {
  host: string | undefined;
  hostCount: number;
  acceptEncoding: string;
  ifNoneMatch: string | undefined;
  forwardedHost: string | undefined;
  forwardedFor: string | undefined;
  referer: string | undefined;
  userAgent: string | undefined;
  /** Name of a header that only the platform's own parts may send. */
  forged: string | null;
};

const FORGED =
  /^(?:x-middleware-|x-zs-|x-nextjs-|next-action$|next-resume$|x-matched-path$|x-invoke-|x-now-route)/;

export function readHeaders(raw: readonly string[]): Seen {
  const seen: Seen = {
    host: undefined,
    hostCount: 0,
    acceptEncoding: "",
    ifNoneMatch: undefined,
    forwardedHost: undefined,
    forwardedFor: undefined,
    referer: undefined,
    userAgent: undefined,
    forged: null,
  };
  for (let at = 0; at < raw.length; at += 2)
    readHeader(seen, (raw[at] ?? "").toLowerCase(), raw[at + 1] ?? "");
  return seen;
}

function readHeader(seen: Seen, name: string, value: string): void {
  switch (name) {
    case "host":
      seen.host = value;
      seen.hostCount += 1;
      return;
    case "accept-encoding":
      seen.acceptEncoding = value;
      return;
    case "if-none-match":
      seen.ifNoneMatch = value;
      return;
    case "x-forwarded-host":
      seen.forwardedHost = value;
      return;
    case "x-forwarded-for":
      seen.forwardedFor = value;
      return;
    case "referer":
      seen.referer = value;
      return;
    case "user-agent":
      seen.userAgent = value;
      return;
    default:
      // Only names that begin with n or x can be forged ones; the others skip the pattern.
      // The desk may send next-action, so that one never hides another.
      if (
        (name[0] === "x" || name[0] === "n") &&
        FORGED.test(name) &&
        (seen.forged ?? "next-action") === "next-action"
      )
        seen.forged = name;
  }
}

export type Refusal = { status: 400 | 405 | 414; reason: string };

/** Null when the request may go on. `isDesk` requests bring forms and may post. */
export function filterRequest(request: {
  method: string;
  target: string;
  seen: Seen;
  isDesk: boolean;
}): Refusal | null {
  const { method, target, seen, isDesk } = request;
  if (seen.hostCount !== 1) return { status: 400, reason: "host-count" };
  if (target.length > MAX_TARGET_LENGTH) return { status: 414, reason: "too-long" };
  if (!target.startsWith("/")) return { status: 400, reason: "absolute-form" };
  if (seen.forwardedHost !== undefined && seen.forwardedHost !== seen.host)
    return { status: 400, reason: "forged-x-forwarded-host" };
  if (seen.forged !== null && !(isDesk && seen.forged === "next-action"))
    return { status: 400, reason: `forged-${seen.forged}` };
  if (method === "GET" || method === "HEAD") return null;
  // Citizens' forms register their own addresses here when they come; there is none yet.
  return isDesk && method === "POST" ? null : { status: 405, reason: "method" };
}
