/** Plain HTTP to the gateway, as no browser would write it: any Host, any method, bytes as they came. */
import type { IncomingHttpHeaders } from "node:http";
import { Agent, request } from "node:http";
import { gunzipSync } from "node:zlib";

const agent = new Agent({ keepAlive: true, maxSockets: 8 });
const TIMEOUT_MS = 15_000;

export type Answer = {
  status: number;
  headers: IncomingHttpHeaders;
  /** Bytes on the wire: still compressed when that was asked for. */
  bytes: Buffer;
  /** The text, unpacked. */
  body: string;
};

type Asking = { method?: string; headers?: Record<string, string> };

const unpack = (bytes: Buffer, encoding: string | undefined): string =>
  (encoding === "gzip" && bytes.length > 0 ? gunzipSync(bytes) : bytes).toString();

/** Asks for an address; its host goes into the header, the connection goes to this machine. */
export function ask(
  address: string,
  { method = "GET", headers = {} }: Asking = {},
): Promise<Answer> {
  const url = new URL(address);
  const options = {
    agent,
    host: "127.0.0.1",
    port: url.port,
    path: `${url.pathname}${url.search}`,
    method,
    headers: { host: url.host, ...headers },
    timeout: TIMEOUT_MS,
  };
  return new Promise((resolve, reject) => {
    const sent = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const bytes = Buffer.concat(chunks);
        const body = unpack(bytes, response.headers["content-encoding"]);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, body });
      });
    });
    sent.on("timeout", () => sent.destroy(new Error(`no answer in ${TIMEOUT_MS} ms: ${address}`)));
    sent.on("error", reject);
    sent.end();
  });
}

/** The same, packed as browsers ask for it. */
export const askPacked = (address: string): Promise<Answer> =>
  ask(address, { headers: { "accept-encoding": "gzip" } });

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };

/** Text of an attribute or element as a reader sees it. */
export const unescapeHtml = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => ENTITIES[name] ?? "");

/** Addresses of all `<a href>` of a page, absolute, without fragments, each once. */
export function linksOf(html: string, base: string): string[] {
  const hrefs = [...html.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)].map(([, href = ""]) => href);
  const urls = hrefs
    .filter((href) => !href.startsWith("#"))
    .map((href) => {
      const url = new URL(unescapeHtml(href), base);
      url.hash = "";
      return url.href;
    });
  return [...new Set(urls)];
}

/** `<meta name content>` pairs of a page, in order. */
export function metaOf(html: string): { name: string; content: string }[] {
  return [...html.matchAll(/<meta name="([^"]+)" content="([^"]*)"/g)].map(
    ([, name = "", content = ""]) => ({ name, content: unescapeHtml(content) }),
  );
}

/** Visible text of a piece of HTML, blanks folded. */
export const textOf = (html: string): string =>
  unescapeHtml(html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, "").replace(/<[^>]*>/g, " "))
    .replace(/\s+/g, " ")
    .trim();
