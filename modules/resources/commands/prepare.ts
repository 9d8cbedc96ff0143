import "server-only";
import { beginning, cleanRecord } from "#modules/resources/commands/clean.ts";
import type { AttachedFile, Composed } from "#modules/resources/commands/compose.ts";
import { compose } from "#modules/resources/commands/compose.ts";
import type { ImportPlace, ImportRule } from "#modules/resources/commands/mapping.ts";
import { oldPath, routeRecord } from "#modules/resources/commands/mapping.ts";
import { notesOf } from "#modules/resources/commands/notes.ts";
import type { ImportDocument } from "#modules/resources/schema.ts";
import { importDocument } from "#modules/resources/schema.ts";
import { typeSpec } from "#modules/resources/types/schema.ts";

export type ImportTarget = ImportPlace & {
  siteId: number;
  as: "draft" | "published";
  isDryRun: boolean;
  /** Kept for reading only from the beginning: of a site that nobody keeps up any more. */
  isArchived?: boolean;
  /** Other columns and types by the records' own words; the first that fits wins. */
  rules?: readonly ImportRule[];
  /** Only addresses on these hosts become redirects; absent: whatever `url` says. */
  oldHosts?: readonly string[];
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

/** `files` came along with the record and are stored already; `notes` say what of it did not. */
export type RecordLine = {
  line: number;
  value: unknown;
  files?: readonly AttachedFile[];
  notes?: readonly string[];
};

/** A record that can be stored. */
export type Ready = {
  line: number;
  composed: Composed;
  place: ImportPlace;
  oldPath: string | null;
  notes: string | null;
};

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
  return typeof id === "string" ? beginning(id, 200) : null;
};

const problemWords = (issues: readonly { path: PropertyKey[]; message: string }[]): string =>
  beginning(
    issues
      .map(({ path, message }) => `${path.map(String).join(".") || "record"}: ${message}`)
      .join("; "),
    500,
  );

/** What a release would say of it; asked here, so that a batch never half-publishes a record. */
function releaseProblem(composed: Composed): string | null {
  if (typeSpec(composed.type).needsBody && composed.text.trim() === "") return "body: no text";
  return composed.source === "" ? "source: missing" : null;
}

const filesMissing = (count: number): string =>
  `${count} 个附件没有导入：第一次导入时用 --files 指明旧站文件在哪里，才会带入 ${count} attachments not taken: the first import of a record takes them with --files`;

function composeOrSay(
  document: ImportDocument,
  { files, notes = [], line }: RecordLine,
  target: ImportTarget,
  isCleaned: boolean,
): Ready | string {
  const named = document.attachments?.length ?? 0;
  const withoutFiles = files || named === 0 ? [] : [filesMissing(named)];
  const { place, resourceType } = routeRecord(document, target);
  try {
    const composed = compose(document, resourceType, files);
    const isPublished = target.as === "published";
    const problem = isPublished ? releaseProblem(composed) : null;
    if (problem) return problem;
    const said = [...notesOf(composed, { isCleaned, isPublished }), ...withoutFiles, ...notes];
    return {
      line,
      composed,
      place,
      oldPath: oldPath(document.url, target.oldHosts),
      notes: said.length > 0 ? beginning(said.join("; "), 500) : null,
    };
  } catch (error) {
    const { issues } = error as { issues?: { path: PropertyKey[]; message: string }[] };
    if (issues) return problemWords(issues);
    return error instanceof Error ? beginning(error.message, 300) : "cannot be read";
  }
}

/** One record: what can be stored, or why not, in words of the record's own fields. */
function prepareOne(record: RecordLine, target: ImportTarget, seen: Set<string>): Ready | Receipt {
  const { line } = record;
  const { value, isCleaned } = cleanRecord(record.value);
  const parsed = importDocument.safeParse(value);
  if (!parsed.success) return refused(line, idOf(value), problemWords(parsed.error.issues));
  const { id } = parsed.data;
  if (seen.has(id))
    return { ...refused(line, id, "same id earlier in this file"), status: "merged" };
  const ready = composeOrSay(parsed.data, record, target, isCleaned);
  if (typeof ready === "string") return refused(line, id, ready);
  seen.add(id);
  return ready;
}

/** Splits a chunk into what can be stored and what is refused, the first that can be of two equal ids winning. */
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
