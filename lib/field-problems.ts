/** What is wrong with a field of a form, as an endpoint says it and a screen puts it into words. */
import type * as z from "zod";

export type FieldProblem = {
  /** Path of the field: `title`, `metadata.docNo`, `body.root.children.2`. */
  field: string;
  /** `too-long`, `too-short`, `malformed`, or a word of the schema's own. */
  problem: string;
  /** The most or fewest characters or items. */
  limit?: number;
};

const MOST = 20;

function problemOf(issue: z.core.$ZodIssue): Omit<FieldProblem, "field"> {
  switch (issue.code) {
    case "too_big":
      return { problem: "too-long", limit: Number(issue.maximum) };
    case "too_small":
      return { problem: "too-short", limit: Number(issue.minimum) };
    case "custom":
      return { problem: issue.message };
    default:
      return { problem: "malformed" };
  }
}

/** The first problems of a value that does not fit, each with the place it concerns. */
export function fieldProblems({ issues }: z.ZodError, under: readonly string[] = []) {
  return issues.slice(0, MOST).map(
    (issue): FieldProblem => ({
      field: [...under, ...issue.path].map(String).join("."),
      ...problemOf(issue),
    }),
  );
}
