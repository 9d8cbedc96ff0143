/** One article page from the gateway, from nginx and from a bare `next start`: processor time a request. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectBench } from "./support/content.ts";
import { load, pin } from "./support/cpu.ts";
import type { Run } from "./support/figures.ts";
import { median } from "./support/figures.ts";
import { closeConnections, get } from "./support/http.ts";
import { needPrograms, startNginx } from "./support/nginx.ts";
import { startProduct, until } from "./support/product.ts";

const ROUNDS = 3;
const SECONDS = 4;
const SITE = "yunchuan";

type Server = {
  name: string;
  pid: number;
  port: number;
  host: string;
  path: string;
  encoding: "gzip" | "identity";
};

export const run: Run = async (_seed, say) => {
  needPrograms();
  const folder = mkdtempSync(join(tmpdir(), "zs-pages-"));
  const product = await startProduct();
  const bench = connectBench(product.databaseUrl);
  const stops: (() => void)[] = [];
  try {
    const { sites, processes } = product.running();
    const host = sites.find(({ code }) => code === SITE)?.host ?? "";
    // A real text of about 5,000 characters: the one of the demo group that comes nearest.
    const [row] = await bench.sql<{ path: string; characters: number }[]>`
      select p.path, length(regexp_replace(e.body::text, '[^\u4e00-\u9fff]', '', 'g')) as characters
      from placement p join resource r on r.id = p.resource_id join edition e on e.id = r.released_edition_id
      join site s on s.id = p.site_id where s.code = ${SITE} and p.state = 'live'
      order by abs(length(regexp_replace(e.body::text, '[^\u4e00-\u9fff]', '', 'g')) - 5000) limit 1`;
    const path = row?.path ?? "";
    const page = await get(product.port, host, path, { "accept-encoding": "identity" });
    if (page.status !== 200) throw new Error(`the page answers ${page.status}`);
    const nextPort = product.port + 50;
    const next = spawn(
      process.execPath,
      ["node_modules/next/dist/bin/next", "start", "-p", String(nextPort), "-H", "localhost"],
      {
        env: {
          ...process.env,
          DATA_DIR: product.dataDir,
          DATABASE_URL: product.databaseUrl,
          APP_ROLE: "public",
          ZS_PUBLIC_PORT: String(product.port),
          NODE_ENV: "production",
          NODE_OPTIONS: "",
        },
        stdio: "ignore",
      },
    );
    stops.push(() => next.kill("SIGKILL"));
    await until(async () => (await get(nextPort, host, path)).status === 200, 20_000, 100);
    const hit = await get(nextPort, host, path);
    if (hit.headers["x-nextjs-cache"] !== "HIT")
      throw new Error("next start does not answer from its cache");
    const ready = await startNginx(folder, nextPort + 1, page.bytes, true);
    const onTheFly = await startNginx(folder, nextPort + 2, page.bytes, false);
    stops.push(ready.stop, onTheFly.stop);
    const servers: Server[] = [
      {
        name: "gateway",
        pid: processes.gateway,
        port: product.port,
        host,
        path,
        encoding: "identity",
      },
      {
        name: "nginx",
        pid: ready.pid,
        port: ready.port,
        host,
        path: "/page.html",
        encoding: "identity",
      },
      { name: "next", pid: next.pid ?? 0, port: nextPort, host, path, encoding: "identity" },
      {
        name: "gateway gzip",
        pid: processes.gateway,
        port: product.port,
        host,
        path,
        encoding: "gzip",
      },
      {
        name: "nginx gzip_static",
        pid: ready.pid,
        port: ready.port,
        host,
        path: "/page.html",
        encoding: "gzip",
      },
      {
        name: "nginx gzip on the fly",
        pid: onTheFly.pid,
        port: onTheFly.port,
        host,
        path: "/page.html",
        encoding: "gzip",
      },
    ];
    for (const { pid } of servers) pin(pid, 0);
    for (const server of servers) load(server, { seconds: 2, encoding: server.encoding });
    const micros = new Map<string, number[]>(servers.map(({ name }) => [name, []]));
    const rates = new Map<string, number[]>(servers.map(({ name }) => [name, []]));
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const server of servers) {
        const { cpuMicros, perSecond } = load(server, {
          seconds: SECONDS,
          encoding: server.encoding,
        });
        micros.get(server.name)?.push(cpuMicros);
        rates.get(server.name)?.push(perSecond);
      }
    }
    const cpu = (name: string) => median(micros.get(name) ?? []);
    for (const { name } of servers)
      say(
        `  ${name}: ${cpu(name)} µs/request, ${Math.round(median(rates.get(name) ?? []))} requests/s`,
      );
    const ratio = (a: string, b: string) => Math.round((cpu(a) / cpu(b)) * 100) / 100;
    const ratios = {
      gatewayToNginx: ratio("gateway", "nginx"),
      nextToGateway: ratio("next", "gateway"),
      onTheFlyToGatewayGzip: ratio("nginx gzip on the fly", "gateway gzip"),
    };
    const goals = { gatewayToNginx: "≤ 1.43", nextToGateway: "≥ 15", onTheFlyToGatewayGzip: "≥ 5" };
    const pass =
      ratios.gatewayToNginx <= 1 / 0.7 &&
      ratios.nextToGateway >= 15 &&
      ratios.onTheFlyToGatewayGzip >= 5;
    const cpuMicros = Object.fromEntries(servers.map(({ name }) => [name, cpu(name)]));
    return {
      pass,
      figures: { characters: row?.characters, pageBytes: page.bytes.length, cpuMicros, ...ratios },
      goals,
    };
  } finally {
    closeConnections();
    for (const stop of stops) stop();
    await bench.close();
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
