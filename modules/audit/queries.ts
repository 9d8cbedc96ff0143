import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { auditEntry } from "#db/schema/_kernel.ts";
import { secrets } from "#lib/secrets.ts";
import { signedText } from "#modules/audit/domain.ts";

export type AuditRow = {
  at: string;
  actorId: string;
  action: string;
  details: unknown;
  isGenuine: boolean;
};

/** The history of one subject, oldest first, each row checked against its signature. At most 1,000 rows. */
export async function listAudit(
  db: Db | Tx,
  subject: readonly [kind: string, id: string | number],
): Promise<AuditRow[]> {
  const key = secrets().auditKey;
  const rows = await db
    .select({
      at: sql<string>`to_char(${auditEntry.at} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
      actorKind: auditEntry.actorKind,
      actorId: auditEntry.actorId,
      action: auditEntry.action,
      subjectKind: auditEntry.subjectKind,
      subjectId: auditEntry.subjectId,
      siteId: auditEntry.siteId,
      details: auditEntry.details,
      signature: auditEntry.signature,
    })
    .from(auditEntry)
    .where(
      and(eq(auditEntry.subjectKind, subject[0]), eq(auditEntry.subjectId, String(subject[1]))),
    )
    .orderBy(auditEntry.at, auditEntry.id)
    .limit(1_000);
  return rows.map(({ signature, ...row }) => {
    const expected = createHmac("sha256", key).update(signedText(row)).digest();
    const isGenuine = signature.length === expected.length && timingSafeEqual(signature, expected);
    return {
      at: row.at,
      actorId: row.actorId,
      action: row.action,
      details: row.details,
      isGenuine,
    };
  });
}
