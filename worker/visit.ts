import { request } from "node:http";
import type { Db } from "#db/client.ts";
import { readSnapshot } from "#modules/sites/queries/registry.ts";

const TIMEOUT_MS = 15_000;

/** Asks the gateway for pages over loopback, with the site's own host; resolves to the status. */
export function visitor(
  db: Db,
  gatewayPort: number,
): (siteId: number, path: string) => Promise<number> {
  const hosts = new Map<number, string>();
  const hostOf = async (siteId: number): Promise<string> => {
    if (!hosts.has(siteId)) {
      const { sites } = await readSnapshot(db);
      for (const site of Object.values(sites)) hosts.set(site.id, site.primaryHost);
    }
    const host = hosts.get(siteId);
    if (!host) throw new Error(`site ${siteId} has no host`);
    return host;
  };
  return async (siteId, path) => {
    const host = await hostOf(siteId);
    return await new Promise<number>((resolve, reject) => {
      const sent = request(
        { host: "127.0.0.1", port: gatewayPort, path, headers: { host }, timeout: TIMEOUT_MS },
        (response) => {
          response.resume();
          response.on("end", () => resolve(response.statusCode ?? 0));
        },
      );
      sent.on("timeout", () => sent.destroy(new Error("gateway is late")));
      sent.on("error", reject);
      sent.end();
    });
  };
}
