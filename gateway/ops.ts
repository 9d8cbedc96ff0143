import type { Server } from "node:http";
import { createServer } from "node:http";

/** Figures of the process; never of the database. */
export type OpsFacts = { isReady: boolean } & Record<string, unknown>;

/** The operators' port, on loopback only: `/healthz`, `/readyz`, `/stats`. */
export function opsServer(port: number, facts: () => OpsFacts): Server {
  const server = createServer((request, response) => {
    const send = (status: number, body: string, type = "text/plain") =>
      response.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(body);
    switch (request.url) {
      case "/healthz":
        return send(200, "ok\n");
      case "/readyz":
        return facts().isReady ? send(200, "ready\n") : send(503, "not ready\n");
      case "/stats":
        return send(200, `${JSON.stringify(facts())}\n`, "application/json");
      default:
        return send(404, "");
    }
  });
  server.listen(port, "127.0.0.1");
  return server;
}
