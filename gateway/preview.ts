import type { IncomingMessage, ServerResponse } from "node:http";
import { request } from "node:http";
import type { NextAdmin } from "#gateway/desk.ts";
import { DESK_AGENT, passedHeaders } from "#gateway/desk.ts";
import { stripPage } from "#gateway/strip.ts";

const TIMEOUT_MS = 15_000;
/** No script, no form, nobody else's frame. Same origin, so that unpublished pictures are shown. */
const SECURITY =
  "sandbox allow-same-origin; default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'self'";

type Answer = { status: number; location: string | undefined; html: string };

function ask(incoming: IncomingMessage, next: NextAdmin): Promise<Answer> {
  const headers = passedHeaders(incoming.rawHeaders, next.secret, next.address);
  const { url: path } = incoming;
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        ...{ host: "localhost", port: next.port, path, headers },
        ...{ agent: DESK_AGENT, timeout: TIMEOUT_MS },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("error", reject);
        answer.on("end", () => {
          const { statusCode: status = 502, headers: said } = answer;
          resolve({ status, location: said.location, html: Buffer.concat(chunks).toString() });
        });
      },
    );
    sent.on("timeout", () => sent.destroy(new Error("admin is late")));
    sent.on("error", reject);
    sent.end();
  });
}

/**
 * A preview: the admin process's page, stripped like a citizen's and shut in a sandbox. Kept nowhere.
 * @throws when the admin process is away or its page is unfinished
 */
export async function sendPreview(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  next: NextAdmin,
): Promise<void> {
  const { status, location, html } = await ask(incoming, next);
  const stripped = status === 200 ? stripPage(html) : null;
  if (stripped?.ok === false) throw new Error(`preview is ${stripped.problem}`);
  const body = Buffer.from(stripped?.html ?? "");
  outgoing.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-length": body.length,
    "cache-control": "no-store",
    "content-security-policy": SECURITY,
    "x-content-type-options": "nosniff",
    ...(location ? { location } : {}),
  });
  outgoing.end(incoming.method === "HEAD" ? undefined : body);
}
