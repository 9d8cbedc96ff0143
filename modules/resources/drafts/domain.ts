/** Types that the desk can write today. */
export const NEW_TYPES = ["article", "policy", "service", "organisation"] as const;
export type NewType = (typeof NEW_TYPES)[number];

/** A file that a text shows: a picture, or a film or attachment that stands in it. */
export type BodyFile = { assetId: number; role: "image" | "embedded" };

const FIELDS: ReadonlyMap<string, readonly { field: string; role: BodyFile["role"] }[]> = new Map([
  ["image", [{ field: "assetId", role: "image" }]],
  [
    "video",
    [
      { field: "assetId", role: "embedded" },
      { field: "posterId", role: "image" },
    ],
  ],
  ["attachment", [{ field: "assetId", role: "embedded" }]],
]);

/** The files a text shows, by id, each once. Walks any depth without recursion. */
export function bodyFiles(body: unknown): BodyFile[] {
  const found = new Map<string, BodyFile>();
  const waiting: unknown[] = [body];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (typeof node !== "object" || node === null) continue;
    const values = Object.entries(node);
    for (const file of ownFiles(new Map(values))) found.set(`${file.role} ${file.assetId}`, file);
    for (const [, value] of values) waiting.push(value);
  }
  return [...found.values()].sort((a, b) => a.assetId - b.assetId || (a.role < b.role ? -1 : 1));
}

function ownFiles(node: ReadonlyMap<string, unknown>): BodyFile[] {
  const fields = FIELDS.get(String(node.get("type"))) ?? [];
  return fields.flatMap(({ field, role }) => {
    const assetId = node.get(field);
    return typeof assetId === "number" ? [{ assetId, role }] : [];
  });
}
