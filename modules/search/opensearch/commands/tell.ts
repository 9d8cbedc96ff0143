/** Tells an index of documents. Each has the version of its change, so telling late, twice or out of order does no harm. */
import "server-only";
import * as z from "zod";
import { keptAlias } from "#modules/search/opensearch/commands/indices.ts";
import { documentOf } from "#modules/search/opensearch/domain/document.ts";
import type { Change } from "#modules/search/opensearch/queries/changes.ts";
import type { Client } from "#modules/search/opensearch/queries/client.ts";
import { EngineError, PATIENCE_MS } from "#modules/search/opensearch/queries/client.ts";

const outcome = z.object({
  _id: z.string(),
  status: z.number(),
  error: z.looseObject({ type: z.string(), reason: z.string().nullish() }).optional(),
});
const answer = z.object({
  items: z.array(
    z.union([
      z.object({ index: outcome }).transform(({ index }) => index),
      z.object({ delete: outcome }).transform((item) => item.delete),
    ]),
  ),
});

const VERSION_CONFLICT = 409;
const MISSING_INDEX = "index_not_found_exception";

function linesOf(index: string, { resourceId, version, row }: Change): string[] {
  const where = { _index: keptAlias(index), _id: String(resourceId) };
  const meta = { ...where, version, version_type: "external" };
  return row === null
    ? [JSON.stringify({ delete: meta })]
    : [JSON.stringify({ index: meta }), JSON.stringify(documentOf(row))];
}

/** `isGone`: the index is told nothing any more. `refused`: by resource, why. */
export type Told = { isGone: boolean; refused: Map<number, string> };

/**
 * @param isFound wait until searches see it
 * @throws {EngineError} when nothing is known of what was done
 */
export async function tell(
  client: Client,
  index: string,
  changes: readonly Change[],
  { isFound }: { isFound: boolean },
): Promise<Told> {
  if (changes.length === 0) return { isGone: false, refused: new Map() };
  const body = changes.flatMap((change) => linesOf(index, change));
  const path = `/_bulk?require_alias=true&refresh=${isFound ? "wait_for" : "false"}`;
  const { items } = await client.call(
    { method: "POST", path, body, timeoutMs: PATIENCE_MS },
    answer,
  );
  if (items.length !== changes.length)
    throw new EngineError(200, `${items.length} answers to ${changes.length} documents`);
  // Whoever is newer was there first: just as well.
  const failed = items.filter(({ error, status }) => error && status !== VERSION_CONFLICT);
  return {
    isGone: failed.some(({ error }) => error?.type === MISSING_INDEX),
    refused: new Map(
      failed.map(({ _id, error }) => [Number(_id), `${error?.type}: ${error?.reason ?? ""}`]),
    ),
  };
}
