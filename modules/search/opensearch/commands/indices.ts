/** Indexes of OpenSearch: made, filled beside the one that is read, and put in its place in one act of the engine. */
import "server-only";
import * as z from "zod";
import { INDEX } from "#modules/search/opensearch/domain/mapping.ts";
import type { Client } from "#modules/search/opensearch/queries/client.ts";
import { PATIENCE_MS } from "#modules/search/opensearch/queries/client.ts";

const aliases = z.record(z.string(), z.object({ aliases: z.record(z.string(), z.unknown()) }));
const acknowledged = z.object({ acknowledged: z.literal(true) });

/** `isRead`: searches ask it. `isKept`: it is told of every change. */
export type EngineIndex = { name: string; isRead: boolean; isKept: boolean };

/**
 * What is written goes to this alias of the index, which must exist: a write that comes late would else
 * make an index anew under the name of one that was taken away.
 */
export const keptAlias = (name: string): string => `${name}.kept`;

/** Indexes of this installation. */
export async function listIndices(client: Client): Promise<EngineIndex[]> {
  const path = `/${client.alias}-*/_alias`;
  const found = await client.call({ method: "GET", path, timeoutMs: PATIENCE_MS }, aliases);
  return Object.entries(found).map(([name, { aliases: of }]) => ({
    name,
    isRead: Object.hasOwn(of, client.alias),
    isKept: Object.hasOwn(of, keptAlias(name)),
  }));
}

/** An empty index that is told of every change from now on, and not read yet. */
export async function createIndex(client: Client, name: string): Promise<void> {
  const body = { ...INDEX, aliases: { [keptAlias(name)]: {} } };
  const path = `/${name}`;
  await client.call({ method: "PUT", path, body, timeoutMs: PATIENCE_MS }, acknowledged);
}

export async function removeIndices(client: Client, names: readonly string[]): Promise<void> {
  for (const name of names)
    await client.call({ method: "DELETE", path: `/${name}`, timeoutMs: PATIENCE_MS }, acknowledged);
}

/** Searches ask this one from now on; the others are gone with the same act, so there is no moment without one. */
export async function readFrom(
  client: Client,
  name: string,
  others: readonly string[],
): Promise<void> {
  const actions = [
    ...others.map((index) => ({ remove_index: { index } })),
    { add: { index: name, alias: client.alias } },
  ];
  const call = { method: "POST", path: "/_aliases", body: { actions }, timeoutMs: PATIENCE_MS };
  await client.call({ ...call, method: "POST" }, acknowledged);
}

export async function refreshIndex(client: Client, name: string): Promise<void> {
  const path = `/${name}/_refresh`;
  const shards = z.object({ _shards: z.object({ failed: z.literal(0) }) });
  await client.call({ method: "POST", path, timeoutMs: PATIENCE_MS }, shards);
}

/** Nothing that the engine holds may be read: it missed changes. Searches are PostgreSQL's until it is filled anew. */
export async function forgetIndices(client: Client): Promise<void> {
  const all = await listIndices(client);
  await removeIndices(
    client,
    all.map(({ name }) => name),
  );
}
