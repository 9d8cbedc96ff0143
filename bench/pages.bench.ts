/** One article page from the gateway, from nginx and from a bare `next start`: processor time a request. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Bench } from "./support/content.ts";
import { connectBench } from "./support/content.ts";
import type { Server } from "./support/cpu.ts";
import { load, pin } from "./support/cpu.ts";
import type { Run } from "./support/figures.ts";
import { median } from "./support/figures.ts";
import type { Got } from "./support/http.ts";
import { closeConnections, get } from "./support/http.ts";
import { needPrograms, startNginx } from "./support/nginx.ts";
import type { Product } from "./support/product.ts";
import { freePort, startProduct, until } from "./support/product.ts";

const ROUNDS = 3;
const SECONDS = 4;
const WARM_SECONDS = 2;
const SERVER_CORE = 0;
const SITE = "yunchuan";
const CHARACTERS = 5_000;

/** A real text of about 5,000 characters: the one of the demo group that comes nearest. */
async function findArticle(bench: Bench): Promise<{ path: string; characters: number }> {
  const [row] = await bench.sql<{ path: string; characters: number }[]>`
    select path, characters from (
      select p.path, length(regexp_replace(e.body::text, '[^\u4e00-\u9fff]', '', 'g')) as characters
      from placement p join site s on s.id = p.site_id and s.code = ${SITE}
      join resource r on r.id = p.resource_id join edition e on e.id = r.released_edition_id
      where p.state = 'live' and p.path is not null) as texts
    order by abs(characters - ${CHARACTERS}) limit 1`;
  if (!row) throw new Error("no article");
  return row;
}

/** `next start` without the gateway and its secret: middleware alone finds the site. */
async function startNext(product: Product, address: { host: string; path: string }) {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    ["node_modules/next/dist/bin/next", "start", "-p", String(port), "-H", "localhost"],
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
  const stop = () => void child.kill("SIGKILL");
  const isHit = await until(
    async () => {
      const { status, headers } = await get(port, address.host, address.path);
      return status === 200 && headers["x-nextjs-cache"] === "HIT";
    },
    30_000,
    100,
  );
  if (isHit) return { pid: child.pid ?? 0, port, stop };
  stop();
  throw new Error("next start does not answer from its cache");
}

/** Everything that is measured, with the same page and all on one core. */
async function startServers(
  product: Product,
  address: { host: string; path: string },
  page: Got,
  { folder, stops }: { folder: string; stops: (() => void)[] },
): Promise<Server[]> {
  const next = await startNext(product, address);
  stops.push(next.stop);
  const ready = await startNginx(folder, await freePort(), page.bytes, true);
  stops.push(ready.stop);
  const onTheFly = await startNginx(folder, await freePort(), page.bytes, false);
  stops.push(onTheFly.stop);
  const gateway = { ...address, pid: product.running().processes.gateway, port: product.port };
  const nginx = { ...ready, host: address.host, path: "/page.html" };
  const servers: Server[] = [
    { ...gateway, name: "gateway", encoding: null },
    { ...nginx, name: "nginx", encoding: null },
    { ...next, ...address, name: "next start", encoding: null },
    { ...gateway, name: "gateway gzip", encoding: "gzip" },
    { ...nginx, name: "nginx gzip_static", encoding: "gzip" },
    { ...nginx, ...onTheFly, name: "nginx gzip on the fly", encoding: "gzip" },
  ];
  for (const { pid } of servers) pin(pid, SERVER_CORE);
  return servers;
}

type Measured = { cpu: Record<string, number>; rate: Record<string, number> };

/** All of them in turn, three times over: what else the machine does meets each of them alike. */
function measure(servers: readonly Server[]): Measured {
  for (const server of servers) load(server, WARM_SECONDS);
  const loads = new Map(servers.map(({ name }) => [name, [] as ReturnType<typeof load>[]]));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const server of servers) loads.get(server.name)?.push(load(server, SECONDS));
  const medians = (of: "cpuMicros" | "perSecond") =>
    Object.fromEntries([...loads].map(([name, all]) => [name, median(all.map((one) => one[of]))]));
  return { cpu: medians("cpuMicros"), rate: medians("perSecond") };
}

function judge({ cpu }: Measured) {
  const ratio = (a: string, b: string) =>
    Math.round(((cpu[a] ?? Number.NaN) / (cpu[b] ?? Number.NaN)) * 100) / 100;
  const ratios = {
    gatewayToNginx: ratio("gateway", "nginx"),
    nextToGateway: ratio("next start", "gateway"),
    onTheFlyToGatewayGzip: ratio("nginx gzip on the fly", "gateway gzip"),
    gatewayGzipToNginxStatic: ratio("gateway gzip", "nginx gzip_static"),
  };
  const pass =
    ratios.gatewayToNginx <= 1 / 0.7 &&
    ratios.nextToGateway >= 15 &&
    ratios.onTheFlyToGatewayGzip >= 5;
  return { ratios, pass };
}

export const run: Run = async (_seed, say) => {
  needPrograms();
  const folder = mkdtempSync(join(tmpdir(), "zs-pages-"));
  const product = await startProduct();
  const bench = connectBench(product.databaseUrl);
  const stops: (() => void)[] = [];
  try {
    const host = product.hostOf(SITE);
    const { path, characters } = await findArticle(bench);
    const page = await get(product.port, host, path);
    if (page.status !== 200) throw new Error(`the page answers ${page.status}`);
    const gzipped = await get(product.port, host, path, { "accept-encoding": "gzip" });
    const servers = await startServers(product, { host, path }, page, { folder, stops });
    closeConnections();
    const measured = measure(servers);
    for (const { name } of servers)
      say(`  ${name}: ${measured.cpu[name]} µs, ${measured.rate[name]} requests/s`);
    const { ratios, pass } = judge(measured);
    const sizes = { characters, pageBytes: page.bytes.length, gzipBytes: gzipped.bytes.length };
    return {
      pass,
      figures: { ...sizes, cpuMicros: measured.cpu, perSecond: measured.rate, ...ratios },
      goals: { gatewayToNginx: "≤ 1.43", nextToGateway: "≥ 15", onTheFlyToGatewayGzip: "≥ 5" },
    };
  } finally {
    closeConnections();
    for (const stop of stops) stop();
    await bench.close();
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
