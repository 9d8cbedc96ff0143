import type { z } from "zod";
import { sizeProblem } from "./measure.ts";
import { documentSchema, NODE_TYPES } from "./nodes.ts";

/** A document that passed `parseDocument`. */
export type RichTextDocument = z.infer<typeof documentSchema>;

/** Why a document is refused. The words for people are in lib/i18n. */
export const DOCUMENT_PROBLEMS = [
  "not-a-document",
  "too-deep",
  "too-many-nodes",
  "too-much-text",
  "unknown-node",
  "misplaced-node",
  "unknown-attribute",
  "bad-attribute",
  "bad-address",
  "bad-heading-level",
  "forbidden-character",
  "unwanted-style",
  "table-too-wide",
] as const;
export type DocumentProblemCode = (typeof DOCUMENT_PROBLEMS)[number];

/** `path` leads from the document to the place: `["root", "children", 3, "url"]`. */
export type DocumentProblem = { code: DocumentProblemCode; path: (string | number)[] };

export type ParsedDocument =
  | { ok: true; document: RichTextDocument }
  | { ok: false; problems: DocumentProblem[] };

// An editor mends a document by its first problems; a hostile one must not fill the answer.
const MAX_PROBLEMS = 100;

/**
 * The only door for a document: everything that is saved, imported or received passes here.
 * Accepts the full form of lexical 0.52 `toJSON()`, closed: what is not known is refused.
 * @rule X1
 */
export function parseDocument(value: unknown): ParsedDocument {
  if (!isRecord(value) || !isRecord(value["root"]) || Array.isArray(value["root"])) {
    return { ok: false, problems: [{ code: "not-a-document", path: [] }] };
  }
  // Before zod, which recurses.
  const tooBig = sizeProblem(value["root"]);
  if (tooBig) return { ok: false, problems: [{ code: tooBig, path: ["root"] }] };
  const parsed = documentSchema.safeParse(value);
  if (parsed.success) return { ok: true, document: parsed.data };
  const problems = parsed.error.issues.flatMap((issue) => problemsOf(issue, value));
  return { ok: false, problems: problems.slice(0, MAX_PROBLEMS) };
}

function problemsOf(issue: z.core.$ZodIssue, value: unknown): DocumentProblem[] {
  const path = issue.path.filter((step) => typeof step !== "symbol");
  const named = DOCUMENT_PROBLEMS.find((code) => code === issue.message);
  if (named) return [{ code: named, path }];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ code: "unknown-attribute", path: [...path, key] }));
  }
  if (path.at(-2) === "children")
    return [{ code: issue.code === "invalid_type" ? "unknown-node" : "bad-attribute", path }];
  // zod reports a node that fits no branch at its `type`.
  if (path.at(-1) !== "type") return [{ code: "bad-attribute", path }];
  const type = valueAt(value, path);
  const isKnown = typeof type === "string" && NODE_TYPES.has(type);
  return [{ code: isKnown ? "misplaced-node" : "unknown-node", path: path.slice(0, -1) }];
}

function valueAt(value: unknown, path: (string | number)[]): unknown {
  return path.reduce<unknown>((at, step) => (isRecord(at) ? at[step] : undefined), value);
}

// Arrays too: a path steps through them by number.
function isRecord(value: unknown): value is Record<string | number, unknown> {
  return typeof value === "object" && value !== null;
}
