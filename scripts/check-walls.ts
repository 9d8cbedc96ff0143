/**
 * Runs the import rules of .dependency-cruiser.mjs, and the two that need the whole graph: modules
 * that need each other, and a .tsx that a plain Node process would come to through several files.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ICruiseResult, IDependency, IForbiddenRuleType } from "dependency-cruiser";
import { cruise } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { report } from "./check-tree.ts";

const TOPS =
  "app modules components db themes lib gateway worker scripts bench e2e middleware.ts instrumentation.ts".split(
    " ",
  );
/** Who is asking: the one file every module stands on, its own module's needs included. */
const GROUND = "modules/access/context.ts";
const TEST = /\.(test|spec)\.tsx?$/;

/** Who imports whom inside the house, at run time; type-only imports and tests are left out. */
type Graph = Map<string, string[]>;

function runtimeGraph(result: ICruiseResult, withTypes: boolean): Graph {
  const isCounted = (dependency: IDependency) =>
    !dependency.resolved.includes("node_modules") &&
    (withTypes || !dependency.dependencyTypes.includes("type-only"));
  return new Map(
    result.modules
      .filter(({ source }) => !TEST.test(source))
      .map(({ source, dependencies }) => [
        source,
        dependencies.filter(isCounted).map(({ resolved }) => resolved),
      ]),
  );
}

/** The shortest way from `start` to a node that satisfies `isGoal`, both ends included. */
export function findWay(
  graph: Graph,
  start: string,
  isGoal: (node: string) => boolean,
): string[] | null {
  const cameFrom = new Map<string, string | null>([[start, null]]);
  const queue = [start];
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    for (const next of graph.get(node) ?? []) {
      if (isGoal(next)) return [...pathTo(cameFrom, node), next];
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, node);
      queue.push(next);
    }
  }
  return null;
}

function pathTo(cameFrom: Map<string, string | null>, end: string): string[] {
  const path: string[] = [];
  for (let node: string | null = end; node !== null; node = cameFrom.get(node) ?? null) {
    path.unshift(node);
  }
  return path;
}

/** Files folded into their modules; modules/reactions.ts belongs to none, so what it joins is no cycle. */
export function moduleCycles(graph: Graph): string[] {
  const moduleOf = (file: string) => /^modules\/([^/]+)\//.exec(file)?.[1];
  const folded: Graph = new Map();
  for (const [file, targets] of graph) {
    const from = moduleOf(file);
    if (from === undefined) continue;
    const others = targets
      .filter((target) => target !== GROUND)
      .map(moduleOf)
      .filter((to) => to !== undefined && to !== from);
    folded.set(from, [...(folded.get(from) ?? []), ...(others as string[])]);
  }
  const cycles = [...folded.keys()]
    .map((module) => findWay(folded, module, (node) => node === module))
    .filter((way) => way !== null);
  // One cycle is found once from each of its modules: keep the one that starts at its smallest name.
  return cycles
    .filter((way) => way.every((name) => name >= (way[0] ?? "")))
    .map(
      (way) =>
        `no-module-cycles: ${way.join(" → ")}\n    Two modules need each other: let one emit an event and the other follow it.`,
    );
}

function tsxReached(graph: Graph): string[] {
  return [...graph.keys()]
    .filter((file) => /^(gateway|worker|scripts)\/[^/]+\.ts$/.test(file))
    .flatMap((file) => {
      const way = findWay(graph, file, (node) => node.endsWith(".tsx"));
      // A direct import is named by plain-node-reads-no-tsx already.
      if (way === null || way.length === 2) return [];
      return [
        `no-tsx-on-the-way: ${way.join(" → ")}\n    Node cannot read .tsx: move the shared part into a .ts file.`,
      ];
    });
}

export async function wallProblems(root: string): Promise<string[]> {
  const config = (await import(pathToFileURL(join(root, ".dependency-cruiser.mjs")).href)) as {
    default: { forbidden: IForbiddenRuleType[]; options: Record<string, unknown> };
  };
  const { forbidden, options } = config.default;
  const tops = TOPS.filter((top) => existsSync(join(root, top)));
  if (tops.length === 0) return [];
  const { output } = await cruise(
    tops,
    { ...options, baseDir: root, validate: true, ruleSet: { forbidden } },
    {},
    { tsConfig: extractTSConfig(join(root, "tsconfig.json")) },
  );
  const result = output as ICruiseResult;
  const advice = new Map(forbidden.map(({ name, comment }) => [name, comment]));
  const broken = result.summary.violations.map(
    ({ rule, from, to }) => `${rule.name}: ${from} → ${to}\n    ${advice.get(rule.name) ?? ""}`,
  );
  return [
    ...broken,
    ...moduleCycles(runtimeGraph(result, true)),
    ...tsxReached(runtimeGraph(result, false)),
  ];
}

if (import.meta.main) report(await wallProblems(process.cwd()));
