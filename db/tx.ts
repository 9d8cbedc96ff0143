import type { TransactionSql } from "postgres";
import type { Db, Tx } from "#db/client.ts";

/** Runs SQL text on the transaction's own connection: what pg-boss needs to enqueue inside it. */
export type RawRunner = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

const RETRYABLE = new Set(["40001", "40P01"]);
const MAX_ATTEMPTS = 4;

const codeOf = (error: unknown): string | undefined => {
  const { code, cause } = (error ?? {}) as { code?: string; cause?: { code?: string } };
  return cause?.code ?? code;
};

/**
 * The connection of a drizzle transaction. `drizzle(tx)` of postgres.js throws, so this reaches into
 * drizzle's session; db/tx.test.ts proves that both speak in the same transaction.
 */
export function clientOf(tx: Tx): TransactionSql {
  return (tx as unknown as { session: { client: TransactionSql } }).session.client;
}

export function rawOf(tx: Tx): RawRunner {
  const client = clientOf(tx);
  // Safe because pg-boss gives what the driver takes.
  return (text, values) => client.unsafe(text, values as never[]);
}

/** One act, one transaction; run again when PostgreSQL chose it as the loser of a conflict. */
export async function inTransaction<Value>(
  db: Db,
  act: (tx: Tx) => Promise<Value>,
): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction(act);
    } catch (error) {
      const isRetryable = RETRYABLE.has(codeOf(error) ?? "");
      if (!isRetryable || attempt === MAX_ATTEMPTS) throw error;
    }
  }
}

/** True when the error is a unique constraint of this name: somebody else was first. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const { cause } = (error ?? {}) as { cause?: { code?: string; constraint_name?: string } };
  return (
    cause?.code === "23505" && (constraint === undefined || cause.constraint_name === constraint)
  );
}
