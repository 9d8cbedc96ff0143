/** What `localhost` answers: health for supervisors of any kind, and a list of sites for the machine's own user. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { isLoopback } from "#gateway/client.ts";
import { sendPlain } from "#gateway/respond.ts";
import type { Sent } from "#gateway/send-state.ts";
import type { Sites } from "#gateway/sites.ts";
import { groupPage } from "#gateway/state-page.ts";
import { originOf } from "#lib/routing/decide.ts";

export const isLocalName = (host: string | null): boolean =>
  host === "localhost" || host === "127.0.0.1" || host === "[::1]";

type Group = {
  isReady: () => boolean;
  sites: Pick<Sites, "snapshot">;
  deskOrigin: string;
  publicPort: number;
};

export function answerLocal(
  request: IncomingMessage,
  response: ServerResponse,
  target: string,
  { isReady, sites, deskOrigin, publicPort }: Group,
): Sent {
  if (target === "/healthz") return sendPlain(request, response, { status: 200, body: "ok\n" });
  if (target === "/readyz") {
    const answer = isReady()
      ? { status: 200, body: "ready\n" }
      : { status: 503, body: "not ready\n" };
    return sendPlain(request, response, answer);
  }
  if (target !== "/" || !isLoopback(request.socket.remoteAddress ?? ""))
    return sendPlain(request, response, { status: 421, body: "unknown host\n" });
  const links = Object.values(sites.snapshot.sites).map((site) => ({
    name: site.name,
    href: `${originOf(site.primaryHost, publicPort)}/`,
  }));
  const body = groupPage(links, `${deskOrigin}/admin`);
  return sendPlain(request, response, { status: 200, body, type: "text/html; charset=utf-8" });
}
