/** Requests of every bad kind, by name, and what a good door does with each of them. */
import { requestText } from "./raw.ts";

export type Attempt = {
  name: string;
  bytes: string | Buffer;
  /**
   * `refused`: 4xx, or closed without a word. `same`: the page as if nothing were wrong with it.
   * `either` of the two: what HTTP leaves to the server.
   */
  expect: "refused" | "same" | "either";
};

const LONG = "a".repeat(65_536);

const REFUSED_TARGETS = [
  "/%ff",
  "//",
  "//evil.example/",
  "///evil.example/%2f..",
  "/\\evil.example",
  "/..",
  "/../../etc/passwd",
  "/a/../b",
  "/%2e%2e/%2e%2e/x",
  "/%2e/zwdt",
  "/a%2fb",
  "/a%5cb",
  "/%00",
  "/zwdt%00.html",
  "/%c0%af",
  "/%c0%ae%c0%ae/",
  "/%ed%a0%80",
  "/%",
  "/%zz",
  "/%u002e%u002e",
  "/zwdt/yw%0d%0aSet-Cookie:a=b",
  "/zwdt/%e2%80%a8",
  "/a\\b",
  "/a//b",
  "/.",
  "*",
  "zwdt",
  "http://other.example/",
  "https://127.0.0.1/",
  "/t/../package.json",
  "/t/%2e%2e/%2e%2e/secrets.json",
  "/marks/..%2f..%2fpackage.json",
  "/files/../../etc/passwd",
  "/_next/static/../../package.json",
  `/${LONG}`,
  `/?${LONG}`,
  `/${"%41".repeat(2_000)}`,
];

/** Well-formed, and nothing is there: asked of the database, never kept. */
const ABSENT_TARGETS = [
  "/a/..;/admin",
  "/%252e%252e/%252e%252e/etc/passwd",
  "/.env",
  "/.git/HEAD",
  "/!404",
  `/files/${"a".repeat(64)}.html`,
  "/_next/image?url=http%3A%2F%2F127.0.0.1%2Fstats&w=64&q=75",
  "/_next/data/build/index.json",
  "/sites/1/std.e0-1/zh-CN",
  "/feeds/1/zh-CN/robots",
  "/preview/1/std",
  "/api/auth/session",
  "/healthz",
  "/stats",
  "/zwdt/yw.rsc",
  "/index.rsc",
  "/zwdt/yw.segments/_tree.segment.rsc",
  "/\u00ff\u00fe",
  `${"/a".repeat(1_000)}`,
];

const METHODS = ["TRACE", "OPTIONS", "POST", "PUT", "DELETE", "PATCH", "PROPFIND", "PURGE", "MOVE"];

/** Only the platform's own parts may send these. */
const FORGED = [
  "x-middleware-subrequest: middleware:middleware:middleware:middleware:middleware",
  "x-middleware-rewrite: /admin",
  "x-middleware-next: 1",
  "x-middleware-request-host: evil.example",
  "X-MiddleWare-Override-Headers: host",
  "x-forwarded-host: evil.example",
  "next-action: 7f0000000000000000000000000000000000000000",
  "next-resume: 1",
  "x-zs-gate: guess",
  "x-zs-epoch: a-1",
  "x-zs-fresh: 1",
  "x-matched-path: /admin",
  "x-invoke-path: /admin",
  "x-nextjs-data: 1",
  "x-now-route-matches: 1",
];

/** Headers that other servers obey; here the page is the page. */
const HARMLESS = [
  "rsc: 1",
  "next-router-state-tree: x",
  "next-router-prefetch: 1",
  "next-router-segment-prefetch: /_tree",
  "next-url: /admin",
  "purpose: prefetch",
  "cookie: __prerender_bypass=1; zs=1",
  "authorization: Basic YTpi",
  "x-http-method-override: DELETE",
  "x-original-url: /admin",
  "x-rewrite-url: /admin",
  "x-host: evil.example",
  "x-forwarded-server: evil.example",
  "x-forwarded-for: 127.0.0.1",
  "x-forwarded-proto: ftp",
  "x-forwarded-port: 99999",
  "x-real-ip: 10.0.0.1",
  "forwarded: host=evil.example;proto=ftp",
  "range: bytes=0-1",
  "if-modified-since: Wed, 25 Nov 2099 00:00:00 GMT",
  'if-none-match: "guess"',
  "accept: text/x-component",
  "accept-language: ar",
  "accept-encoding: gzip;q=0, br;q=0",
  "te: trailers",
  "expect: 100-continue",
  `x-long: ${"v".repeat(4_000)}`,
];

/** What is wrong with the connection itself. */
function wireAttempts(host: string): Attempt[] {
  const get = (more: string[]) => requestText(host, "GET /", more);
  const post = (more: string[], body: string) => requestText(host, "POST /", more) + body;
  const line = (text: string) => `${text}\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;
  const smuggled = `GET /smuggled HTTP/1.1\r\nHost: ${host}\r\n\r\n`;
  const refused: Record<string, string | Buffer> = {
    "two hosts": get(["Host: evil.example"]),
    "the same host twice": get([`Host: ${host}`]),
    "no host": "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
    "empty host": requestText("", "GET /"),
    "host and a path": requestText(`${host}/zwdt`, "GET /yw"),
    "length and chunks": post(
      ["Content-Length: 4", "Transfer-Encoding: chunked"],
      `0\r\n\r\n${smuggled}`,
    ),
    "two lengths": post(["Content-Length: 0", "Content-Length: 44"], smuggled),
    "length with a sign": post(["Content-Length: +4"], "abcd"),
    "negative length": post(["Content-Length: -1"], ""),
    "chunks unknown": post(["Transfer-Encoding: xchunked"], `0\r\n\r\n${smuggled}`),
    "chunked not last": post(["Transfer-Encoding: chunked, identity"], `0\r\n\r\n${smuggled}`),
    "bad chunk size": post(["Transfer-Encoding: chunked"], "zz\r\nabc\r\n0\r\n\r\n"),
    "endless chunk size": post(["Transfer-Encoding: chunked"], `${"f".repeat(40)}\r\n`),
    "folded header": get(["X-A: b", " c"]),
    "space before colon": get(["X-A : b"]),
    "header without colon": get(["nonsense"]),
    "control in header": get(["X-A: \u0000"]),
    "bare return in header": get(["X-A: b\rX-B: c"]),
    "header too long": get([`X-A: ${"b".repeat(20_000)}`]),
    "headers too many": get(Array.from({ length: 1_000 }, (_, at) => `X-${at}: ${"b".repeat(20)}`)),
    "not http": "hello\r\n\r\n",
    "http 0.9": "GET /\r\n\r\n",
    "http 1.9": line("GET / HTTP/1.9"),
    "http/2 preface": "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "small letters": line("get / HTTP/1.1"),
    "tab in the line": line("GET\t/\tHTTP/1.1"),
    "space in target": line("GET /a b HTTP/1.1"),
    tls: Buffer.from("160301007501000071030300", "hex"),
    "web socket": get(["Upgrade: websocket", "Sec-WebSocket-Version: 13"]).replace(
      "Connection: close",
      "Connection: Upgrade",
    ),
    connect: requestText(host, "CONNECT other.example:443"),
    "action with a form": post(
      ["next-action: a", "Content-Type: multipart/form-data; boundary=x", "Content-Length: 5"],
      "--x--",
    ),
  };
  const either: Record<string, string> = {
    "bare line feeds": `GET / HTTP/1.1\nHost: ${host}\nConnection: close\n\n`,
    "get with a body": `${requestText(host, "GET /", ["Content-Length: 5"])}hello`,
    "http 2.0": line("GET / HTTP/2.0"),
    "http 1.0": line("GET / HTTP/1.0"),
    "hop by hop host": get(["Connection: host"]),
    "upgrade to h2c": get(["Upgrade: h2c", "HTTP2-Settings: AAMAAABkAAQAAP__"]),
  };
  const of = (all: Record<string, string | Buffer>, expect: Attempt["expect"]) =>
    Object.entries(all).map(([name, bytes]) => ({ name, bytes, expect }));
  return [...of(refused, "refused"), ...of(either, "either")];
}

export function badRequests(host: string): Attempt[] {
  const refused = (name: string, bytes: string): Attempt => ({ name, bytes, expect: "refused" });
  return [
    ...REFUSED_TARGETS.map((target) =>
      refused(`target ${target.slice(0, 40)}`, requestText(host, `GET ${target}`)),
    ),
    ...METHODS.map((method) =>
      refused(`method ${method}`, requestText(host, `${method} /`, ["Content-Length: 0"])),
    ),
    ...FORGED.map((header) => refused(`forged ${header}`, requestText(host, "GET /", [header]))),
    ...HARMLESS.map(
      (header): Attempt => ({
        name: `harmless ${header.slice(0, 40)}`,
        bytes: requestText(host, "GET /", [header]),
        expect: "same",
      }),
    ),
    ...wireAttempts(host),
  ];
}

export const absentRequests = (host: string): Attempt[] =>
  ABSENT_TARGETS.map((target) => ({
    name: `absent ${target.slice(0, 40)}`,
    bytes: Buffer.from(requestText(host, `GET ${target}`), "latin1"),
    expect: "refused",
  }));
