import "server-only";
import type { Composed } from "#modules/resources/commands/compose.ts";
import { compose } from "#modules/resources/commands/compose.ts";
import type { ImportDocument } from "#modules/resources/schema.ts";
import { importDocument } from "#modules/resources/schema.ts";

export type ImportTarget = {
  siteId: number;
  columnId: number;
  columnPath: string;
  as: "draft" | "published";
  isDryRun: boolean;
};

export type Receipt = {
  line: number;
  /** Id in the file; null when the line had none. */
  id: string | null;
  status: "imported" | "merged" | "refused";
  reason: string | null;
  resourceId: number | null;
  path: string | null;
};

export type RecordLine = { line: number; value: unknown };

/** A record that can be stored. */
export type Ready = { line: number; composed: Composed };

export const refused = (line: number, id: string | null, reason: string): Receipt => ({
  line,
  id,
  status: "refused",
  reason,
  resourceId: null,
  path: null,
});

const idOf = (value: unknown): string | null => {
  const id = typeof value === "object" && value !== null ? (value as { id?: unknown }).id : null;
  return typeof id === "string" ? id.slice(0, 200) : null;
};

/** What a release would say of it; asked here, so that a batch never half-publishes a record. */
function releaseProblem(composed: Composed): string | null {
  if (composed.type !== "link" && !composed.hasText) return "body: no text";
  return composed.source === "" ? "source: missing" : null;
}

function composeOrSay(document: ImportDocument, target: ImportTarget): Composed | string {
  try {
    const composed = compose(document);
    return (target.as === "published" ? releaseProblem(composed) : null) ?? composed;
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, 300) : "cannot be read";
  }
}

/** One record: what can be stored, or why not, in words of the record's own fields. */
function prepareOne(
  { line, value }: RecordLine,
  target: ImportTarget,
  seen: Set<string>,
): Ready | Receipt {
  const parsed = importDocument.safeParse(value);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      ({ path, message }) => `${path.join(".") || "record"}: ${message}`,
    );
    return refused(line, idOf(value), problems.join("; "));
  }
  const { id } = parsed.data;
  if (seen.has(id))
    return { ...refused(line, id, "same id earlier in this file"), status: "merged" };
  seen.add(id);
  const composed = composeOrSay(parsed.data, target);
  return typeof composed === "string" ? refused(line, id, composed) : { line, composed };
}

/** Splits a chunk into what can be stored and what is refused, the first of two equal ids winning. */
export function prepare(
  lines: readonly RecordLine[],
  target: ImportTarget,
): { ready: Ready[]; receipts: Receipt[] } {
  const seen = new Set<string>();
  const prepared = lines.map((line) => prepareOne(line, target, seen));
  return {
    ready: prepared.filter((found): found is Ready => "composed" in found),
    receipts: prepared.filter((found): found is Receipt => "status" in found),
  };
}
