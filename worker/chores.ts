import { connect } from "#db/client.ts";

/** Makes next months' audit partitions; as owner, because only the owner may make tables. */
export async function makeAuditPartitions(url: string): Promise<void> {
  const { sql } = connect({ role: "owner", max: 1, name: "chores", url });
  await sql`select make_audit_partition((now() + n * interval '1 month')::date) from generate_series(0, 2) as n`;
  await sql.end();
}
