/** What stands before every page of a site: the emergency gate, and the door to the desk. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Gate } from "#gateway/gate-file.ts";
import { sendPlain } from "#gateway/respond.ts";
import type { Sent } from "#gateway/send-state.ts";
import { sendState } from "#gateway/send-state.ts";
import { parseAddress } from "#lib/routing/address.ts";
import type { RoutingSite } from "#lib/routing/snapshot.ts";

/** Null where nothing stands before the page. */
export function sendGated(
  request: IncomingMessage,
  response: ServerResponse,
  { site, target }: { site: RoutingSite; target: string },
  { gate, deskOrigin }: { gate: Gate; deskOrigin: string },
): Sent | null {
  const path = target.split("?")[0] ?? "";
  if (path === "/admin" || path.startsWith("/admin/"))
    return sendPlain(request, response, {
      status: 302,
      body: "",
      headers: ["Location", `${deskOrigin}/admin?site=${site.code}`],
    });
  const off = gate.offFor(site.code);
  if (off)
    return sendState(request, response, "off", 503, site, {
      notice: off.notice ?? null,
      until: off.until ?? null,
    });
  const parsed = parseAddress(target, site.locales);
  return parsed.ok && gate.isBlocked(site.code, parsed.address.path)
    ? sendState(request, response, "blocked", 403, site)
    : null;
}
