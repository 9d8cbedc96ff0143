/** Types that the desk can write today. */
export const NEW_TYPES = ["article", "policy"] as const;
export type NewType = (typeof NEW_TYPES)[number];

/** Ids of the pictures in a text, in reading order, each once. Walks any depth without recursion. */
export function pictureIds(body: unknown): number[] {
  const found = new Set<number>();
  const waiting: unknown[] = [body];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (typeof node !== "object" || node === null) continue;
    const { type, assetId } = node as { type?: unknown; assetId?: unknown };
    if (type === "image" && typeof assetId === "number") found.add(assetId);
    waiting.push(...Object.values(node));
  }
  return [...found].sort((a, b) => a - b);
}
