import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { inTransaction } from "#db/tx.ts";
import { AppError } from "#lib/errors.ts";
import type { Ctx } from "#modules/access/context.ts";
import { actorName } from "#modules/access/context.ts";
import { audit } from "#modules/audit/commands.ts";
import { canListOldAddresses } from "#modules/resources/policy.ts";

export type ListedAddress = {
  url: string;
  /** As this platform reads paths; null for what cannot be answered by its path. */
  path: string | null;
  /** Why it was left behind on purpose; null when it was not. */
  reason: string | null;
};

const AT_ONCE = 1_000;

const keepAddresses = (
  tx: Tx,
  siteId: number,
  listedBy: string,
  addresses: readonly ListedAddress[],
) =>
  tx.execute(sql`
    insert into old_address (site_id, url, path, reason, listed_by)
    select ${siteId}, given.url, given.path, given.reason, ${listedBy}
    from unnest(
      ${sql.param(addresses.map(({ url }) => url))}::text[],
      ${sql.param(addresses.map(({ path }) => path))}::text[],
      ${sql.param(addresses.map(({ reason }) => reason))}::text[]) as given(url, path, reason)
    on conflict (site_id, md5(url)) do update set
      path = excluded.path, reason = excluded.reason, listed_by = excluded.listed_by, listed_at = now()`);

/**
 * Keeps a list of addresses of the site before this one, so that the desk shows what became of each.
 * Lists add up; what is said of an address that is known already replaces what was said before.
 * @throws FORBIDDEN
 */
export async function listAddresses(
  ctx: Ctx,
  siteId: number,
  addresses: readonly ListedAddress[],
  fileName: string,
): Promise<void> {
  if (!canListOldAddresses(ctx.actor, siteId)) throw new AppError("FORBIDDEN", "old addresses");
  await inTransaction(ctx.db, async (tx) => {
    const listedBy = actorName(ctx.actor);
    for (let from = 0; from < addresses.length; from += AT_ONCE)
      await keepAddresses(tx, siteId, listedBy, addresses.slice(from, from + AT_ONCE));
    await audit(tx, ctx, {
      action: "resource.list-old-addresses",
      subject: ["site", siteId],
      siteId,
      details: { fileName, count: addresses.length },
    });
  });
}
