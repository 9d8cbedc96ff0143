/**
 * A test double of OpenSearch: exactly the part of its HTTP API that the platform uses, over a real socket.
 * It knows nothing else and says so: `strangers` must be empty at the end of every suite. It was written
 * from the documentation and never compared with a real server; what that leaves open is said in ADR 32.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { Cluster } from "./cluster.ts";
import { Refusal, Stranger } from "./refusals.ts";

/**
 * `hang`: not done, no answer. `cut`: done, the line breaks. A number: not done, this status. `partial`: an
 * answer of some of the shards.
 */
export type Fault = "hang" | "cut" | "partial" | number;

/** One request that is stopped before it is done, or done and not yet answered. */
type Hold = { path: RegExp; when: "before" | "after"; arrive: () => void; go: Promise<void> };

type Double = {
  url: string;
  /** What was asked that the double does not know. */
  strangers: string[];
  cluster: Cluster;
  /** How requests whose path matches go wrong; null: as they should. */
  spoil: (path: RegExp, fault: Fault | null) => void;
  /** Stops the next request of this path; `arrived` when it stands, until `release`. */
  hold: (path: RegExp, when: Hold["when"]) => { arrived: Promise<void>; release: () => void };
  close: () => Promise<void>;
};

const LOGIN = `Basic ${btoa("zhengshu:geheim")}`;

export async function openDouble(): Promise<Double> {
  const cluster = new Cluster();
  const strangers: string[] = [];
  const holds: Hold[] = [];
  let spoilt: { path: RegExp; fault: Fault } | null = null;

  const refusal = (error: unknown): [number, object] => {
    const isKnown = error instanceof Refusal && !(error instanceof Stranger);
    if (!isKnown) strangers.push((error as Error).message);
    return error instanceof Refusal ? [error.status, error.body] : [500, { error: "a defect" }];
  };
  const settle = async (request: IncomingMessage): Promise<[number, object]> => {
    const { pathname: path, searchParams: query } = new URL(request.url ?? "", "http://double");
    const body = await text(request);
    if (request.headers.authorization !== LOGIN) return [401, { error: "Unauthorized" }];
    try {
      return [200, cluster.answer({ method: request.method ?? "", path, query, text: body })];
    } catch (error) {
      return refusal(error);
    }
  };

  const stand = async ({ url = "" }: IncomingMessage, when: Hold["when"]): Promise<void> => {
    const at = holds.findIndex((one) => one.when === when && one.path.test(url));
    const [hold] = at < 0 ? [] : holds.splice(at, 1);
    hold?.arrive();
    await hold?.go;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const fault = spoilt?.path.test(request.url ?? "") ? spoilt.fault : null;
    if (fault === "hang") return;
    if (typeof fault === "number") {
      response.writeHead(fault).end(JSON.stringify({ error: "spoilt", status: fault }));
      return;
    }
    await stand(request, "before");
    const [status, body] = await settle(request);
    await stand(request, "after");
    if (fault === "cut") {
      response.destroy();
      return;
    }
    const sent = fault === "partial" ? { ...body, timed_out: true } : body;
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(sent));
  };

  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    ...{ strangers, cluster, url: `http://zhengshu:geheim@127.0.0.1:${port}` },
    spoil: (path, fault) => {
      spoilt = fault === null ? null : { path, fault };
    },
    hold: (path, when) => {
      const [arrived, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      holds.push({ ...{ path, when }, arrive: arrived.resolve, go: go.promise });
      return { arrived: arrived.promise, release: go.resolve };
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
