import { MAX_DEPTH, MAX_NODES, MAX_TEXT_BYTES } from "./limits.ts";

export type Size = { nodes: number; textBytes: number; depth: number };
export type SizeProblem = "too-deep" | "too-many-nodes" | "too-much-text";

const TEXT_FIELDS = ["text", "alt", "caption", "title", "transcript"] as const;

/**
 * How big a node is with everything under it. Walks with a list of its own instead of recursion and
 * stops soon after a bound is passed, so it is safe to ask about anything that JSON can hold.
 */
export function measure(root: unknown): Size {
  const waiting: { node: unknown; depth: number }[] = [{ node: root, depth: 1 }];
  const size: Size = { nodes: 0, textBytes: 0, depth: 0 };
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, depth } = next;
    size.nodes += 1;
    size.textBytes += ownTextBytes(node);
    size.depth = Math.max(size.depth, depth);
    if (problemOf(size)) break;
    for (const child of childrenOf(node)) waiting.push({ node: child, depth: depth + 1 });
  }
  return size;
}

/** The first bound a value exceeds, or null. */
export function sizeProblem(root: unknown): SizeProblem | null {
  return problemOf(measure(root));
}

function problemOf({ nodes, textBytes, depth }: Size): SizeProblem | null {
  if (depth > MAX_DEPTH) return "too-deep";
  if (nodes > MAX_NODES) return "too-many-nodes";
  return textBytes > MAX_TEXT_BYTES ? "too-much-text" : null;
}

function childrenOf(node: unknown): unknown[] {
  const children = isRecord(node) ? node["children"] : null;
  return Array.isArray(children) ? children : [];
}

function ownTextBytes(node: unknown): number {
  if (!isRecord(node)) return 0;
  let bytes = 0;
  for (const field of TEXT_FIELDS) {
    const text = node[field];
    if (typeof text === "string") bytes += Buffer.byteLength(text);
  }
  return bytes;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
