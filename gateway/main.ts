/** The gateway process: the only door, and the only durable page store. */
import type { Server } from "node:http";
import { createServer } from "node:http";
import { connect } from "#db/client.ts";
import { AccessLog } from "#gateway/access-log.ts";
import { followChanges } from "#gateway/changes.ts";
import { Door } from "#gateway/door.ts";
import { Gate } from "#gateway/gate-file.ts";
import { Limiter } from "#gateway/limiter.ts";
import { opsServer } from "#gateway/ops.ts";
import type { Beside } from "#gateway/pages.ts";
import { Pages } from "#gateway/pages.ts";
import { KEEP_ALIVE_SECONDS } from "#gateway/ready.ts";
import { SearchLog } from "#gateway/search-log.ts";
import { Sites } from "#gateway/sites.ts";
import { Upstream } from "#gateway/upstream.ts";
import { dataPath, env } from "#lib/env.ts";
import { PageStore } from "#lib/pagestore/store.ts";
import { TagState } from "#lib/pagestore/tag-state.ts";
import { endWithParent, outliveCutConnections } from "#lib/process.ts";
import { secrets } from "#lib/secrets.ts";

const MAX_HEADER_BYTES = 16 * 1024;
const port = env.ZS_GATEWAY_PORT ?? env.PORT;
const secret = env.ZS_GATE_SECRET ?? "";
if (secret === "")
  throw new Error("ZS_GATE_SECRET is missing: start the gateway through npm start");

outliveCutConnections();
const { sql, db } = connect({ role: "zs_public", max: 4, name: "gateway" });
const sites = new Sites(dataPath("gateway-sites.json"), db);
const tags = new TagState(dataPath("pages", "tags.log"));
const store = new PageStore<Beside>({
  folder: dataPath("pages"),
  secret: secrets().artefactKey,
  world: env.ZS_WORLD,
  memoryBytes: env.ZS_PAGE_MEMORY_BYTES,
  tags,
});
const upstream = new Upstream(env.ZS_NEXT_PUBLIC_PORT ?? 0, secret);
const pages = new Pages({ store, tags, upstream, name: store.keeper.slice(0, 6) });
const log = new AccessLog(dataPath("logs"));
const searchLog = new SearchLog(db, env.ZS_SEARCH_LOG_PER_DAY);
let isNextAlive = false;

const door = new Door({
  sites,
  gate: new Gate(dataPath("gate.json")),
  pages,
  log,
  desk: { host: env.ZS_ADMIN_HOST, port: env.ZS_NEXT_ADMIN_PORT ?? 0, secret },
  publicPort: env.ZS_PUBLIC_PORT ?? port,
  questions: new Limiter({ perMinute: env.ZS_SEARCHES_PER_MINUTE }),
  suggestions: new Limiter({ perMinute: env.ZS_SUGGESTIONS_PER_MINUTE }),
  searchLog,
  leaveKey: secrets().leaveKey,
  isReady: () => isNextAlive && sites.isLoaded,
});

/** A dual-stack socket where the machine has IPv6, else IPv4 alone. */
async function listen(server: Server): Promise<void> {
  const open = (host: string) =>
    new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen({ port, host, ipv6Only: false, backlog: 1024 }, () => {
        server.off("error", reject);
        resolve();
      });
    });
  await open("::").catch((error: NodeJS.ErrnoException) =>
    error.code === "EADDRINUSE" ? Promise.reject(error) : open("0.0.0.0"),
  );
}

const server = createServer(
  {
    maxHeaderSize: MAX_HEADER_BYTES,
    keepAliveTimeout: KEEP_ALIVE_SECONDS * 1_000,
    requestTimeout: 120_000,
  },
  (request, response) => door.handle(request, response),
);
// WebSockets and CONNECT have no business here (CVE-2026-44578).
server.on("upgrade", (_, socket) =>
  socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"),
);
server.on("connect", (_, socket) =>
  socket.end("HTTP/1.1 405 Method Not Allowed\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"),
);

const probe = async () => {
  isNextAlive = await upstream.isAlive();
};
setInterval(() => void probe(), 1_000).unref();

await sites.refresh();
// The door opens with or without the database: pages that are kept can be read.
followChanges(sql, db, tags, {
  onTags: (changes) => pages.change(changes),
  onSites: () => void sites.refresh(),
});
await listen(server);
await probe();

const ops = opsServer(env.ZS_OPS_PORT ?? 0, () => ({
  isReady: isNextAlive && sites.isLoaded,
  epoch: tags.epoch,
  pages: store.size,
  pageBytes: store.memoryBytes,
  drawn: pages.drawn,
  hot: door.hits,
  memory: process.memoryUsage(),
  cpu: process.cpuUsage(),
}));

endWithParent(async () => {
  server.close();
  server.closeIdleConnections();
  ops.close();
  log.close();
  await Promise.all([searchLog.close(), store.flush()]);
});
process.send?.({ kind: "ready", port });
