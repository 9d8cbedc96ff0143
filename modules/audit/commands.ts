import "server-only";
import { createHmac } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { auditEntry } from "#db/schema/_kernel.ts";
import { secrets } from "#lib/secrets.ts";
import type { Ctx } from "#modules/access/context.ts";
import { actorName } from "#modules/access/context.ts";
import { signedText } from "#modules/audit/domain.ts";

let key: string | null = null;

export type AuditInput = {
  /** `resource.publish`: module's noun and the verb. */
  action: string;
  subject: readonly [kind: string, id: string | number];
  siteId?: number;
  details: Record<string, unknown>;
};

/**
 * Writes the audit row of an act inside the act's own transaction: no row, no act. Signed, so that
 * a row changed in the database is found (DJ-AU).
 */
export async function audit(tx: Tx, ctx: Pick<Ctx, "actor">, input: AuditInput): Promise<void> {
  key ??= secrets().auditKey;
  const [clock] = await tx.execute<{ at: string }>(
    sql`select to_char(clock_timestamp() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`,
  );
  const at = String(clock?.at);
  const row = {
    at,
    actorKind: ctx.actor.kind,
    actorId: actorName(ctx.actor),
    action: input.action,
    subjectKind: input.subject[0],
    subjectId: String(input.subject[1]),
    siteId: input.siteId ?? null,
    details: input.details,
  };
  const signature = createHmac("sha256", key).update(signedText(row)).digest();
  await tx.insert(auditEntry).values({ ...row, at: sql`${at}::timestamptz`, signature });
}
