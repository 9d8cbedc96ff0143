import { MAX_DEPTH, MAX_NODES, MAX_TEXT_BYTES } from "./limits.ts";

export type SizeProblem = "too-deep" | "too-many-nodes" | "too-much-text";

const TEXT_FIELDS = ["text", "alt", "caption"] as const;

/**
 * The first bound a value exceeds, or null. Walks with a list of its own instead of recursion and
 * stops at the first excess, so it is safe to ask about anything that JSON can hold.
 */
export function sizeProblem(root: unknown): SizeProblem | null {
  const waiting: { node: unknown; depth: number }[] = [{ node: root, depth: 1 }];
  let nodes = 0;
  let textBytes = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, depth } = next;
    nodes += 1;
    textBytes += ownTextBytes(node);
    if (depth > MAX_DEPTH) return "too-deep";
    if (nodes > MAX_NODES) return "too-many-nodes";
    if (textBytes > MAX_TEXT_BYTES) return "too-much-text";
    for (const child of childrenOf(node)) waiting.push({ node: child, depth: depth + 1 });
  }
  return null;
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
