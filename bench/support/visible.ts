/** How long a change takes until it shows, at every address that shows it. */
import { Agent, request } from "node:http";
import { percentile } from "./figures.ts";
import type { Got } from "./http.ts";
import { sleep } from "./product.ts";

export type Output = {
  name: string;
  /** The article itself, not a list that shows it. */
  isArticle?: true;
  pathOf: (article: string) => string;
};
type Seen = { n: number; p50: number; p99: number; max: number };

const LOST_AFTER_MS = 5_000;
const LOOK_EVERY_MS = 2;

type Watched = {
  article: string;
  /** When the command came back, on this process's clock. */
  committed: number;
  isSeen: (got: Got, output: Output) => boolean;
};

export class Waits {
  private readonly waits = new Map<string, number[]>();
  private readonly lost: string[] = [];
  /** Shown, and then not any more. */
  private back = 0;
  private readonly read: (path: string) => Promise<Got>;

  constructor(read: (path: string) => Promise<Got>) {
    this.read = read;
  }

  /** Resolves when all outputs show it, or are given up. */
  async watch(outputs: readonly Output[], watched: Watched): Promise<void> {
    const isShown = await Promise.all(outputs.map((output) => this.watchOne(output, watched)));
    const shown = outputs.filter((_, at) => isShown[at]);
    await Promise.all(
      shown.map(async (output) => {
        const again = await this.read(output.pathOf(watched.article));
        if (!watched.isSeen(again, output)) this.back += 1;
      }),
    );
  }

  private async watchOne(output: Output, { article, committed, isSeen }: Watched) {
    const path = output.pathOf(article);
    for (;;) {
      const got = await this.read(path);
      const waited = performance.now() - committed;
      if (isSeen(got, output)) {
        this.waits.set(output.name, [...(this.waits.get(output.name) ?? []), waited]);
        return true;
      }
      if (waited > LOST_AFTER_MS) {
        this.lost.push(`${output.name} ${path} ${got.status}`);
        return false;
      }
      await sleep(LOOK_EVERY_MS);
    }
  }

  figures(): { lost: string[]; back: number; worstP99: number; outputs: Record<string, Seen> } {
    const outputs = Object.fromEntries(
      [...this.waits].map(([name, values]) => [
        name,
        {
          n: values.length,
          p50: percentile(values, 0.5),
          p99: percentile(values, 0.99),
          max: percentile(values, 1),
        },
      ]),
    );
    const worstP99 = Math.max(...Object.values(outputs).map(({ p99 }) => p99));
    return { lost: this.lost, back: this.back, worstP99, outputs };
  }
}

/** Readers that never rest, each on a connection of its own; bodies are read and thrown away. */
export function readAllTheTime(
  port: number,
  host: string,
  count: number,
  pathsNow: () => string[],
): { stop: () => Promise<{ reads: number; failed: number }> } {
  let [isOver, reads, failed] = [false, 0, 0];
  const readOnce = (agent: Agent, path: string) =>
    new Promise<void>((resolve) => {
      const headers = { host, "accept-encoding": reads % 2 === 0 ? "gzip" : "br" };
      const sent = request({ host: "127.0.0.1", port, path, agent, headers }, (answer) => {
        if ((answer.statusCode ?? 500) >= 500) failed += 1;
        answer.on("close", resolve).resume();
      });
      sent.on("error", () => {
        failed += 1;
        resolve();
      });
      sent.end();
    });
  const readers = Array.from({ length: count }, async (_, at) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let n = at; !isOver; n += 1) {
      const paths = pathsNow();
      await readOnce(agent, paths[n % paths.length] ?? "/");
      reads += 1;
    }
    agent.destroy();
  });
  return {
    stop: async () => {
      isOver = true;
      await Promise.all(readers);
      return { reads, failed };
    },
  };
}
