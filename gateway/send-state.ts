/** Answers that are a state, a refusal or another address: never kept by anyone. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { sendPlain } from "#gateway/respond.ts";
import type { StateKind } from "#gateway/state-page.ts";
import { statePage } from "#gateway/state-page.ts";
import { wordsOf } from "#lib/i18n/words.ts";
import type { Action } from "#lib/routing/decide.ts";
import type { RoutingSite } from "#lib/routing/snapshot.ts";

export type Sent = { status: number; bytes: number };

type Facts = { notice?: string | null; until?: string | null; retryAfter?: number };

const RETRY_AFTER_SECONDS = 120;

function headersFor(status: number, retryAfter: number): string[] {
  if (status === 503 || status === 429) return ["Retry-After", String(retryAfter)];
  return status === 405 ? ["Allow", "GET, HEAD"] : [];
}

export function sendState(
  request: IncomingMessage,
  response: ServerResponse,
  kind: StateKind,
  status: number,
  site: RoutingSite | null,
  { retryAfter = RETRY_AFTER_SECONDS, ...facts }: Facts = {},
): Sent {
  return sendPlain(request, response, {
    status,
    body: statePage(kind, { site, ...facts }),
    type: "text/html; charset=utf-8",
    headers: headersFor(status, retryAfter),
  });
}

/** The same as the page `busy`, for a program. */
export function sendTooMany(
  request: IncomingMessage,
  response: ServerResponse,
  retryAfter: number,
): Sent {
  const message = wordsOf("zh-CN")("states.busy.words");
  return sendPlain(request, response, {
    status: 429,
    body: JSON.stringify({ error: { code: "too-many-questions", message, retryAfter } }),
    type: "application/json; charset=utf-8",
    headers: headersFor(429, retryAfter),
  });
}

export function sendAction(
  request: IncomingMessage,
  response: ServerResponse,
  action: Exclude<Action, { kind: "page" }>,
  site: RoutingSite | null,
): Sent {
  switch (action.kind) {
    case "redirect":
      return sendPlain(request, response, {
        status: action.status,
        body: "",
        headers: ["Location", action.location],
      });
    case "state": {
      const kind = action.site.state === "moved" ? "closed" : (action.site.state as StateKind);
      return sendState(request, response, kind, action.status, action.site, {
        notice: action.site.stateNotice,
        until: action.site.stateUntil,
      });
    }
    case "refuse": {
      const { status } = action;
      if (!site) return sendPlain(request, response, { status, body: "unknown host\n" });
      const kind = status === 414 ? "too-long" : "malformed";
      return sendState(request, response, kind, status, site);
    }
  }
}
