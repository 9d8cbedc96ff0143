/** Bad requests of every kind against the running platform: 4xx, never 5xx, nothing written, nothing changed. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import type { Run } from "./support/figures.ts";
import { random } from "./support/figures.ts";
import { closeConnections, get } from "./support/http.ts";
import type { Product } from "./support/product.ts";
import { startProduct } from "./support/product.ts";

const HOSTS = 1_000;
const BOGUS = 10_000;
const MAX_GROWTH_BYTES = 1024 * 1024;
const LISTS = join(import.meta.dirname, "../../shared/data/badinput/dev");

/** What a raw request answered: the status, 0 when the connection was closed without one. */
function raw(port: number, bytes: string | Buffer): Promise<{ status: number; text: string }> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    let text = "";
    const done = () =>
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text });
    socket.setTimeout(3_000, () => socket.destroy());
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      if (text.includes("\r\n\r\n")) socket.end();
    });
    socket.on("error", () => {});
    socket.on("close", done);
    socket.write(bytes);
  });
}

function folderBytes(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

const drawn = async (product: Product): Promise<number> =>
  ((await (await fetch(`${product.running().ops}/stats`)).json()) as { drawn: number }).drawn;

const request = (host: string, line: string, more = "") =>
  `${line} HTTP/1.1\r\nHost: ${host}\r\n${more}Connection: close\r\n\r\n`;

/** Requests whose shape alone is wrong, by name. */
function badRequests(host: string): Record<string, string> {
  const long = "a".repeat(65_536);
  const forged = [
    "x-middleware-subrequest: middleware",
    "x-middleware-rewrite: /admin",
    "x-middleware-next: 1",
    "x-forwarded-host: evil.example",
    "next-action: abc",
    "next-resume: 1",
    "x-zs-gate: guess",
    "x-zs-epoch: a-1",
    "x-matched-path: /admin",
    "x-invoke-path: /admin",
    "x-nextjs-data: 1",
  ];
  const targets = [
    "/%ff",
    "//",
    "//evil.example/",
    "/..",
    "/../../etc/passwd",
    "/a/../b",
    "/%2e%2e/%2e%2e/x",
    "/a%2fb",
    "/a%5cb",
    "/%00",
    "/%c0%af",
    "/%",
    "/a\\b",
    "/a//b",
    "/.",
    "*",
    "http://other.example/",
    `/${long}`,
    `/${"%41".repeat(2_000)}`,
  ];
  const methods = ["TRACE", "OPTIONS", "POST", "PUT", "DELETE", "PATCH", "PROPFIND"];
  return {
    ...Object.fromEntries(
      targets.map((target) => [`target ${target.slice(0, 30)}`, request(host, `GET ${target}`)]),
    ),
    ...Object.fromEntries(
      methods.map((method) => [
        `method ${method}`,
        request(host, `${method} /`, "Content-Length: 0\r\n"),
      ]),
    ),
    ...Object.fromEntries(
      forged.map((header) => [`forged ${header}`, request(host, "GET /", `${header}\r\n`)]),
    ),
    "two hosts": `GET / HTTP/1.1\r\nHost: ${host}\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
    "no host": "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
    "length and chunks": request(
      host,
      "POST /",
      "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
    ),
    "folded header": request(host, "GET /", "X-A: b\r\n c\r\n"),
    "space before colon": request(host, "GET /", "X-A : b\r\n"),
    "not http": "hello\r\n\r\n",
    "http/2 preface": "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    upgrade: request(host, "GET /", "Upgrade: websocket\r\n").replace(
      "Connection: close",
      "Connection: Upgrade",
    ),
    connect: request(host, "CONNECT other.example:443"),
    "control in header": request(host, "GET /", "X-A: \u0000\r\n"),
  };
}

function strangeHosts(host: string, seed: number): string[] {
  const next = random(seed);
  const letters = "abcdefghijklmnopqrstuvwxyz0123456789-.%:/@\\_ ";
  const made = Array.from({ length: HOSTS }, () => {
    const length = 1 + Math.floor(next() * 40);
    return Array.from({ length }, () => letters[Math.floor(next() * letters.length)]).join("");
  });
  return [
    "A.GOV.TEST",
    "evil.example",
    `${host}.evil.example`,
    `evil.example/${host}`,
    `${host}@evil.example`,
    "127.0.0.1.nip.io",
    "xn--a",
    `${host},evil.example`,
    `${host}%0d%0aX: y`,
    "__proto__",
    "constructor",
    ...made,
  ];
}

/** Lists of the field: each line as a path. The site may answer with its own pages and redirects only. */
function listPaths(): string[] {
  if (!existsSync(LISTS)) return [];
  const files = ["path_traversal.txt", "open_redirect.txt", "crlf.txt"];
  const lines = files.flatMap((file) => readFileSync(join(LISTS, file), "utf8").split("\n"));
  return [...new Set(lines.map((line) => line.trim()).filter((line) => line !== ""))].map((line) =>
    line.startsWith("/") ? line : `/${line}`,
  );
}

export const run: Run = async (seed, say) => {
  const product = await startProduct();
  const { port } = product;
  try {
    const host = product.running().sites[0]?.host ?? "";
    const clean = await get(port, host, "/");
    // The "not found" page is kept once; bogus addresses add nothing to it.
    await get(port, host, "/no-such-page");
    const pages = join(product.dataDir, "pages");
    const before = { bytes: folderBytes(pages), drawn: await drawn(product) };
    const wrong: string[] = [];
    const statuses: Record<string, number> = {};
    for (const [name, bytes] of Object.entries(badRequests(host))) {
      const { status } = await raw(port, bytes);
      statuses[name] = status;
      if (status !== 0 && (status < 400 || status > 499)) wrong.push(`${name}: ${status}`);
    }
    say(`  ${Object.keys(statuses).length} 种坏请求 bad requests, ${wrong.length} wrong`);
    const hosts = strangeHosts(host, seed);
    for (const strange of hosts) {
      const { status } = await raw(port, request(strange, "GET /"));
      if (![0, 400, 421].includes(status)) wrong.push(`host ${JSON.stringify(strange)}: ${status}`);
    }
    const variants = [host.toUpperCase(), `${host}.`, `${host}:9`];
    for (const variant of variants) {
      const { status } = await raw(port, request(variant, "GET /"));
      if (status !== 200) wrong.push(`own host as ${variant}: ${status}`);
    }
    const rendered = (await drawn(product)) - before.drawn;
    if (rendered !== 0) wrong.push(`${rendered} pages were drawn for requests that are none`);
    const harmless = await get(port, host, "/", {
      rsc: "1",
      "next-router-state-tree": "x",
      "next-router-prefetch": "1",
      cookie: "a=b",
    });
    if (!harmless.bytes.equals(clean.bytes)) wrong.push("router headers change the page");
    const lists = listPaths();
    for (const path of lists) {
      const { status, text } = await raw(port, request(host, `GET ${path.replaceAll(" ", "%20")}`));
      const location = /\r\nlocation: ([^\r]*)/i.exec(text)?.[1];
      const isForeign =
        location !== undefined &&
        /^(?:[a-z]+:)?\/\//i.test(location) &&
        !location.startsWith(`http://${host}:${port}/`);
      // Words after `/?` are dropped: that is the home page itself.
      const isHome = status === 200 && path.startsWith("/?");
      if (status >= 500 || (status === 200 && !isHome) || isForeign)
        wrong.push(`${path.slice(0, 60)}: ${status} ${location ?? ""}`);
    }
    say(`  ${lists.length} 条名单路径 paths of lists`);
    const next = random(seed + 1);
    for (let n = 0; n < BOGUS; n += 50) {
      const paths = Array.from(
        { length: 50 },
        () =>
          `/${Math.floor(next() * 1e9).toString(36)}/${Math.floor(next() * 1e9).toString(36)}${next() < 0.5 ? ".html" : ""}`,
      );
      const answers = await Promise.all(paths.map((path) => get(port, host, path)));
      for (const [at, { status }] of answers.entries())
        if (status !== 404) wrong.push(`${paths[at]}: ${status}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const growth = folderBytes(pages) - before.bytes;
    const again = await get(port, host, "/");
    if (!again.bytes.equals(clean.bytes)) wrong.push("the home page is not what it was");
    const figures = {
      badRequests: Object.keys(statuses).length,
      hosts: hosts.length,
      listPaths: lists.length,
      bogus: BOGUS,
      growthBytes: growth,
      wrong: wrong.slice(0, 20),
      wrongCount: wrong.length,
    };
    return {
      pass: wrong.length === 0 && growth <= MAX_GROWTH_BYTES,
      figures,
      goals: { wrongCount: 0, growthBytes: MAX_GROWTH_BYTES },
    };
  } finally {
    closeConnections();
    await product.stop();
  }
};
