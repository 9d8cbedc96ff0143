/** Who asks. */
import type { IncomingMessage } from "node:http";
import type { Seen } from "#gateway/filter.ts";

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

export const isLoopback = (address: string): boolean => LOOPBACK.test(address);

/** The peer, or behind our own nginx the last address that it wrote. */
export function clientAddress(request: IncomingMessage, seen: Seen): string {
  const peer = request.socket.remoteAddress ?? "-";
  if (seen.forwardedFor === undefined || !isLoopback(peer)) return peer;
  const last = seen.forwardedFor.split(",").at(-1)?.trim() ?? "";
  return /^[0-9a-fA-F:.]{2,45}$/.test(last) ? last : peer;
}
