/** Many rows at once by COPY: nothing is planned or bound, and text goes through as it is. */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Tx } from "#db/client.ts";
import { clientOf } from "#db/tx.ts";

/** Moments, bytes and JSON as PostgreSQL reads them in text: `2026-01-05T00:00:00Z`, `\\x00ff`, `{"a":1}`. */
export type Field = string | number | boolean | null;

/** Rows are sent in pieces of this many bytes. */
const PIECE = 65_536;
const NULL = "\\N";
const SPECIAL = /[\\\n\r\t]/;
const [FIELD_END, LINE_END] = [9, 10];
/** What a unit of UTF-16 may need in UTF-8. */
const BYTES_A_UNIT = 3;

function encode(field: Field): string {
  if (field === null) return NULL;
  if (typeof field !== "string") return String(field);
  if (!SPECIAL.test(field)) return field;
  return field
    .replaceAll("\\", "\\\\")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")
    .replaceAll("\t", "\\t");
}

/** No more bytes than this. What is long is counted: room for three times as much would be megabytes. */
const mostBytes = (text: string): number =>
  text.length * BYTES_A_UNIT < PIECE ? text.length * BYTES_A_UNIT : Buffer.byteLength(text);

/** Fields are written where they are sent from: a row as text would be as large again, and twice. */
class Piece {
  readonly #bytes: Buffer;
  #length = 0;

  /** @param least so many bytes and a mark it has room for at least */
  constructor(least = 0) {
    this.#bytes = Buffer.allocUnsafe(Math.max(PIECE, least + 1));
  }

  hasRoom(bytes: number): boolean {
    return this.#length + bytes + 1 <= this.#bytes.length;
  }

  write(text: string, mark: number): void {
    this.#length += this.#bytes.write(text, this.#length);
    this.#bytes[this.#length] = mark;
    this.#length += 1;
  }

  *written(): Generator<Buffer> {
    if (this.#length > 0) yield this.#bytes.subarray(0, this.#length);
  }
}

function* piecesOf(rows: Iterable<readonly Field[]>): Generator<Buffer> {
  let piece = new Piece();
  for (const row of rows)
    for (let at = 0; at < row.length; at += 1) {
      const text = encode(row[at] ?? null);
      const most = mostBytes(text);
      if (!piece.hasRoom(most)) {
        yield* piece.written();
        piece = new Piece(most);
      }
      piece.write(text, at === row.length - 1 ? LINE_END : FIELD_END);
    }
  yield* piece.written();
}

/**
 * postgres.js 3.4 tells the stream of a COPY nothing of an error after its last byte, which is when keys and
 * references are checked, and the query was settled with the stream: only its `reject` still hears of it.
 */
type Refusable = ReturnType<ReturnType<typeof clientOf>["unsafe"]> & {
  reject?: (error: unknown) => void;
};

/**
 * Adds rows to a table in the caller's transaction. Guards hold as for any insert; numbers that the
 * table would give by itself may be given. @throws what PostgreSQL says; the transaction is then lost
 * @param columns those that `rows` give, in their order; the others have their defaults
 */
export async function copyRows(
  tx: Tx,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Field[]>,
): Promise<void> {
  const statement = `copy ${table} (${columns.join(", ")}) from stdin`;
  const query: Refusable = clientOf(tx).unsafe(statement);
  const refusal = new Promise<never>((_, reject) => {
    query.reject = reject;
  });
  const copying = query
    .writable()
    .then((target) => pipeline(Readable.from(piecesOf(rows)), target));
  await Promise.race([copying, refusal]);
}

/** Takes the next numbers of a table's rows, so that rows of several tables can name each other before they are there. */
export async function takeIds(tx: Tx, table: string, count: number): Promise<number[]> {
  const rows = await clientOf(tx)<{ id: string }[]>`
    select nextval(pg_get_serial_sequence(${table}, 'id')) as id from generate_series(1, ${count}::int)`;
  return rows.map(({ id }) => Number(id));
}
