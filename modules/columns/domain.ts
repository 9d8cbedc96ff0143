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

/** The columns of these ids and those above them, so that a person sees where theirs hang. */
export function withAncestors<Given extends { id: number; parentId: number | null }>(
  columns: readonly Given[],
  ids: readonly number[],
): Given[] {
  const byId = new Map(columns.map((column) => [column.id, column]));
  const kept = new Set<number>();
  for (const id of ids) {
    for (let at = byId.get(id); at && !kept.has(at.id); at = byId.get(at.parentId ?? 0))
      kept.add(at.id);
  }
  return columns.filter(({ id }) => kept.has(id));
}
