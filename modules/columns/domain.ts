import { RESERVED_SEGMENTS } from "#lib/routing/reserved.ts";

export type ColumnProblem = "path-reserved" | "path-not-under-parent" | "path-twice";

type Spec = { path: string; children: readonly Spec[] };

/** A column and where it hangs: parents before children. */
export type FlatColumn<Given extends Spec> = { spec: Given; parentPath: string | null };

export function flatten<Given extends Spec & { children: readonly Given[] }>(
  columns: readonly Given[],
  parentPath: string | null = null,
): FlatColumn<Given>[] {
  return columns.flatMap((spec) => [{ spec, parentPath }, ...flatten(spec.children, spec.path)]);
}

/** Every reason this tree cannot be a site's columns, with the path it concerns. */
export function columnProblems(
  columns: readonly FlatColumn<Spec>[],
): { path: string; problem: ColumnProblem }[] {
  const seen = new Set<string>();
  return columns.flatMap(({ spec: { path }, parentPath }) => {
    const problems: ColumnProblem[] = [];
    if (RESERVED_SEGMENTS.has(path.split("/")[0] ?? "")) problems.push("path-reserved");
    if (parentPath !== null && !path.startsWith(`${parentPath}/`))
      problems.push("path-not-under-parent");
    if (seen.has(path)) problems.push("path-twice");
    seen.add(path);
    return problems.map((problem) => ({ path, problem }));
  });
}
