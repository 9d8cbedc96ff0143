import type { IncomingMessage, ServerResponse } from "node:http";
import type { AccessLog } from "#gateway/access-log.ts";
import { clientAddress } from "#gateway/client.ts";
import { proxyDesk } from "#gateway/desk.ts";
import { sendFile } from "#gateway/files.ts";
import type { Seen } from "#gateway/filter.ts";
import { filterRequest, readHeaders } from "#gateway/filter.ts";
import type { Gate } from "#gateway/gate-file.ts";
import { sendGated } from "#gateway/gated.ts";
import type { Limiter } from "#gateway/limiter.ts";
import { answerLocal, isLocalName } from "#gateway/local.ts";
import type { Beside, PageEntry, Pages, Served, Wanted } from "#gateway/pages.ts";
import { sendPreview } from "#gateway/preview.ts";
import { ReadyAnswers } from "#gateway/ready.ts";
import { makeHeads, sendPage, sendPlain, sendStatic } from "#gateway/respond.ts";
import type { SearchLog } from "#gateway/search-log.ts";
import type { Sent } from "#gateway/send-state.ts";
import { sendAction, sendState, sendTooMany } from "#gateway/send-state.ts";
import type { Sites } from "#gateway/sites.ts";
import type { StateKind } from "#gateway/state-page.ts";
import { findStaticFile } from "#gateway/static-files.ts";
import { logger } from "#lib/logger.ts";
import type { Address } from "#lib/routing/address.ts";
import { decide, originOf } from "#lib/routing/decide.ts";
import { normalizeHost } from "#lib/routing/host.ts";
import type { RoutingSite } from "#lib/routing/snapshot.ts";
import { findSite } from "#lib/routing/snapshot.ts";

type Parts = {
  sites: Sites;
  gate: Gate;
  pages: Pages;
  log: AccessLog;
  desk: { host: string; port: number; secret: string };
  publicPort: number;
  /** How often a client may search. */
  questions: Limiter;
  /** How often a client's search box may ask what could be meant. */
  suggestions: Limiter;
  searchLog: SearchLog;
  /** Proves addresses of leave-site pages. */
  leaveKey: string;
  /** True when the platform can draw pages; asked by /readyz. */
  isReady: () => boolean;
};

/** A page that was served once, by host and target as they came; good while nothing changed. */
type Hot = { entry: PageEntry; sites: number; gate: number };

const MAX_HOT = 50_000;
/** A target has no space in it, so no host can be read as a part of the path. */
const hotKey = (host: string | undefined, target: string): string => `${target} ${host}`;

/** The only door: every request of a citizen passes here. */
export class Door {
  hits = 0;
  private readonly hot = new Map<string, Hot>();
  private readonly ready = new ReadyAnswers();
  private readonly parts: Parts;
  private readonly deskOrigin: string;

  constructor(parts: Parts) {
    this.parts = parts;
    this.deskOrigin = originOf(parts.desk.host, parts.publicPort);
  }

  /** Answers from memory where it can; everything else goes the long way. */
  handle(request: IncomingMessage, response: ServerResponse): void {
    const seen = readHeaders(request.rawHeaders);
    const target = request.url ?? "";
    const hot = this.hot.get(hotKey(seen.host, target));
    if (hot && this.isGood(hot, request.method, seen) && hot.entry.extra?.heads) {
      this.hits += 1;
      const page = { artefact: hot.entry.artefact, heads: hot.entry.extra.heads };
      this.note(request, seen, sendPage(request, response, page, seen, this.ready), "hot");
      this.noteOpened(request, seen);
      return;
    }
    this.answer(request, response, seen, target).catch((error: unknown) => {
      logger.error({ err: error, target: target.slice(0, 200) }, "request failed");
      if (response.headersSent) response.destroy();
      else
        this.note(request, seen, sendState(request, response, "unavailable", 503, null), "error");
    });
  }

  private isGood(hot: Hot, method: string | undefined, seen: Seen): boolean {
    const { sites, gate } = this.parts;
    const isSame =
      hot.sites === sites.generation &&
      hot.gate === gate.generation &&
      hot.entry.standing === "fresh";
    const isPlain =
      (method === "GET" || method === "HEAD") && seen.hostCount === 1 && seen.forged === null;
    return (
      isSame && isPlain && (seen.forwardedHost === undefined || seen.forwardedHost === seen.host)
    );
  }

  private note(request: IncomingMessage, seen: Seen, sent: Sent, store: string): void {
    const address = clientAddress(request, seen);
    this.parts.log.write(
      address,
      seen.host ?? "-",
      request.method ?? "-",
      request.url ?? "-",
      sent.status,
      sent.bytes,
      store,
    );
  }

  private async answer(
    request: IncomingMessage,
    response: ServerResponse,
    seen: Seen,
    target: string,
  ): Promise<void> {
    const host = normalizeHost(seen.host);
    const isDesk = host === this.parts.desk.host;
    const refusal = filterRequest({ method: request.method ?? "", target, seen, isDesk });
    const site = host === null ? null : findSite(this.parts.sites.snapshot, host);
    if (refusal) {
      const kind: StateKind =
        refusal.status === 405 ? "method" : refusal.status === 414 ? "too-long" : "malformed";
      // What is wrong with the connection itself is not answered on it twice.
      response.shouldKeepAlive = refusal.status === 405;
      this.note(
        request,
        seen,
        sendState(request, response, kind, refusal.status, site),
        refusal.reason,
      );
      return;
    }
    if (isDesk) return await this.answerDesk(request, response, seen);
    if (isLocalName(host)) {
      this.note(
        request,
        seen,
        answerLocal(request, response, target, { ...this.parts, deskOrigin: this.deskOrigin }),
        "local",
      );
      return;
    }
    await this.answerSite(request, response, seen, { host, site, target });
  }

  private async answerDesk(
    request: IncomingMessage,
    response: ServerResponse,
    seen: Seen,
  ): Promise<void> {
    const { port, secret } = this.parts.desk;
    // Previews of citizens' pages need citizens' styles.
    const file = request.method === "GET" ? await findStaticFile(request.url ?? "") : null;
    if (file) {
      this.note(request, seen, sendStatic(request, response, file, seen), "static");
      return;
    }
    if (request.url === "/") {
      this.note(
        request,
        seen,
        sendPlain(request, response, {
          status: 302,
          body: "",
          headers: ["Location", `${this.deskOrigin}/admin`],
        }),
        "desk",
      );
      return;
    }
    response.on("finish", () =>
      this.note(request, seen, { status: response.statusCode, bytes: 0 }, "desk"),
    );
    const next = { port, secret, address: clientAddress(request, seen) };
    const onFail = () => sendState(request, response, "unavailable", 503, null);
    const isPreview = request.method !== "POST" && (request.url ?? "").startsWith("/preview/");
    if (isPreview) await sendPreview(request, response, next);
    else proxyDesk(request, response, next, onFail);
  }

  private async answerSite(
    request: IncomingMessage,
    response: ServerResponse,
    seen: Seen,
    asked: { host: string | null; site: RoutingSite | null; target: string },
  ): Promise<void> {
    const { host, site, target } = asked;
    // Styles of state pages are needed on closed sites too; an unknown host gets nothing.
    const file = site ? await findStaticFile(target) : null;
    if (file) {
      this.note(request, seen, sendStatic(request, response, file, seen), "static");
      return;
    }
    const asset =
      site && this.parts.gate.offFor(site.code) === null && site.state === "online"
        ? await sendFile(request, response, target, seen.ifNoneMatch)
        : null;
    if (asset) {
      this.note(request, seen, asset, "file");
      this.noteOpened(request, seen);
      return;
    }
    const { gate: emergency } = this.parts;
    const gated = site
      ? sendGated(
          request,
          response,
          { site, target },
          { gate: emergency, deskOrigin: this.deskOrigin },
        )
      : null;
    if (gated) {
      this.note(request, seen, gated, "gate");
      return;
    }
    const { sites, publicPort, leaveKey } = this.parts;
    const action = decide(sites.snapshot, { host, target }, publicPort, leaveKey);
    if (action.kind !== "page") {
      this.note(request, seen, sendAction(request, response, action, site), action.reason);
      return;
    }
    const busy = this.sendBusy(request, response, seen, action);
    if (busy) {
      this.note(request, seen, busy, "busy");
      return;
    }
    const [generation, gate] = [this.parts.sites.generation, this.parts.gate.generation];
    const served = await this.parts.pages.serve(action);
    if (response.destroyed) return;
    this.note(
      request,
      seen,
      this.sendServed(request, response, seen, served, action.site),
      served.kind === "page" ? served.from : served.kind,
    );
    if (served.kind !== "page") return;
    const { entry } = served;
    this.remember(action.address, hotKey(seen.host, target), { entry, sites: generation, gate });
    this.noteServed(request, seen, action, served.entry);
  }

  /** Counts a question that was answered; or a page, when it was opened from results. */
  private noteServed(
    request: IncomingMessage,
    seen: Seen,
    wanted: Wanted,
    { extra }: PageEntry,
  ): void {
    if (!extra?.noted) this.noteOpened(request, seen);
    else if (request.method === "GET") {
      const asked = { client: clientAddress(request, seen), seen, target: request.url ?? "" };
      this.parts.searchLog.ask(asked, wanted, extra.noted);
    }
  }

  /** A page or file was sent: was it opened from results? */
  private noteOpened(request: IncomingMessage, seen: Seen): void {
    const { searchLog } = this.parts;
    if (seen.referer === undefined || !searchLog.isWatching || request.method !== "GET") return;
    searchLog.open({ client: clientAddress(request, seen), seen, target: request.url ?? "" });
  }

  /** Who asks too often what is drawn for one client alone is told to wait. */
  private sendBusy(
    request: IncomingMessage,
    response: ServerResponse,
    seen: Seen,
    { site, address }: Wanted,
  ): Sent | null {
    const { question } = address;
    if (!question || question.query === "") return null;
    const { questions, suggestions } = this.parts;
    const limiter = question.kind === "suggestions" ? suggestions : questions;
    const retryAfter = limiter.waitFor(clientAddress(request, seen));
    if (retryAfter === 0) return null;
    return question.kind === "results"
      ? sendState(request, response, "busy", 429, site, { retryAfter })
      : sendTooMany(request, response, retryAfter);
  }

  /** What stands in for words that nobody brought is no answer to them for good. */
  private remember({ oldQuery }: Address, key: string, hot: Hot): void {
    if (oldQuery !== undefined) return;
    if (hot.entry.standing !== "fresh" || hot.entry.artefact.status === 404) return;
    if (this.hot.size >= MAX_HOT) this.hot.clear();
    this.hot.set(key, hot);
  }

  private sendServed(
    request: IncomingMessage,
    response: ServerResponse,
    seen: Seen,
    served: Served,
    site: RoutingSite,
  ): Sent {
    if (served.kind === "gone") return sendState(request, response, "gone", 410, site);
    if (served.kind === "unavailable")
      return sendState(request, response, "unavailable", 503, site);
    const { artefact, extra } = served.entry;
    const beside: Beside | null = extra;
    const heads = beside?.heads ?? makeHeads(artefact);
    if (beside) beside.heads = heads;
    return sendPage(request, response, { artefact, heads }, seen);
  }
}
