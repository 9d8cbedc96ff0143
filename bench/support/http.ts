import { Agent, request } from "node:http";

export type Got = {
  status: number;
  body: string;
  bytes: Buffer;
  headers: NodeJS.Dict<string | string[]>;
};

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** One GET over loopback with a Host of its own. A connection that fails is status 0. */
export function get(
  port: number,
  host: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<Got> {
  return new Promise((resolve) => {
    const none: Got = { status: 0, body: "", bytes: Buffer.alloc(0), headers: {} };
    const sent = request(
      { host: "127.0.0.1", port, path, agent, timeout: 20_000, headers: { host, ...headers } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("error", () => resolve(none));
        answer.on("end", () => {
          const bytes = Buffer.concat(chunks);
          resolve({
            status: answer.statusCode ?? 0,
            body: bytes.toString(),
            bytes,
            headers: answer.headers,
          });
        });
      },
    );
    sent.on("timeout", () => sent.destroy());
    sent.on("error", () => resolve(none));
    sent.end();
  });
}

export const closeConnections = (): void => agent.destroy();
