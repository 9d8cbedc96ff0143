import type { ClientRequest, IncomingMessage } from "node:http";
import { Agent, request } from "node:http";

const MAX_BODY_BYTES = 16 * 1024 * 1024;
const TIMEOUT_MS = 10_000;

export type Drawn = { status: number; headers: IncomingMessage["headers"]; body: Buffer };

/** A connection that had rested ended as it was used again: nearly always next closed it and has not heard the question. */
class ClosedMeanwhile extends Error {}

const isClosedMeanwhile = ({ reusedSocket }: ClientRequest, error: NodeJS.ErrnoException) =>
  reusedSocket && (error.code === "ECONNRESET" || error.code === "EPIPE");

/** Asks the public next process for one page, with this start's secret and the epoch of the asking. */
export class Upstream {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 });
  private readonly port: number;
  private readonly secret: string;

  constructor(port: number, secret: string) {
    this.port = port;
    this.secret = secret;
  }

  /** @throws when next is away, late, or sends too much */
  async draw(host: string, target: string, epoch: string): Promise<Drawn> {
    try {
      return await this.ask(this.agent, host, target, epoch);
    } catch (error) {
      if (!(error instanceof ClosedMeanwhile)) throw error;
      // A drawing only reads. Once more, on a connection of its own, and no more.
      return await this.ask(false, host, target, epoch);
    }
  }

  private ask(agent: Agent | false, host: string, target: string, epoch: string): Promise<Drawn> {
    const headers = {
      host,
      "accept-encoding": "identity",
      "x-zs-gate": this.secret,
      "x-zs-fresh": "1",
      "x-zs-epoch": epoch,
    };
    let hasAnswer = false;
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          host: "localhost",
          port: this.port,
          path: target,
          agent,
          headers,
          timeout: TIMEOUT_MS,
        },
        (response) => {
          hasAnswer = true;
          const chunks: Buffer[] = [];
          let size = 0;
          response.on("data", (chunk: Buffer) => {
            size += chunk.length;
            if (size > MAX_BODY_BYTES) sent.destroy(new Error("page too large"));
            else chunks.push(chunk);
          });
          response.on("end", () =>
            resolve({
              status: response.statusCode ?? 502,
              headers: response.headers,
              body: Buffer.concat(chunks),
            }),
          );
          response.on("error", reject);
        },
      );
      sent.on("timeout", () => sent.destroy(new Error("next is late")));
      sent.on("error", (error) => {
        const isUnheard = !hasAnswer && isClosedMeanwhile(sent, error);
        reject(isUnheard ? new ClosedMeanwhile(error.message) : error);
      });
      sent.end();
    });
  }

  /** True when the process answers at all. */
  async isAlive(): Promise<boolean> {
    const probe = new Promise<boolean>((resolve) => {
      const sent = request(
        { host: "localhost", port: this.port, path: "/healthz", agent: false, timeout: 1_000 },
        (response) => {
          response.resume();
          resolve(response.statusCode === 200);
        },
      );
      sent.on("timeout", () => sent.destroy());
      sent.on("error", () => resolve(false));
      sent.end();
    });
    return await probe;
  }
}
