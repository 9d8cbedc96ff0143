/** Channel of PostgreSQL NOTIFY that carries changes of tags to every gateway. */
export const TAG_CHANNEL = "zs_tags";
/** Channel that says: sites or hosts changed, read them again. */
export const SITE_CHANNEL = "zs_sites";

/** NOTIFY carries at most 8,000 bytes; tags are ASCII. */
const MAX_PAYLOAD_BYTES = 7_900;

/** The one spelling of every tag. */
export const tags = {
  site: (id: number) => `site:${id}`,
  column: (id: number) => `column:${id}`,
  /** Pages 11 and deeper of a column's list: refreshed at leisure. */
  columnDeep: (id: number) => `column:${id}:deep`,
  /** Who stands before and after whom in a column: article pages print their neighbours. */
  columnOrder: (id: number) => `column:${id}:order`,
  /** Addresses of the site before: no page shows them, but one that was absent may lead somewhere now. */
  oldAddresses: (siteId: number) => `site:${siteId}:old`,
  resource: (id: number) => `resource:${id}`,
  theme: (code: string) => `theme:${code}`,
  settings: "settings",
} as const;

/** `refresh`: old bytes may stand in while next is down. `drop`: they are never served again. */
export type TagChange = { kind: "refresh" | "drop"; tags: string[]; at: number };

/** One NOTIFY payload after another, each small enough to be carried. */
export function payloadsOf(change: TagChange): string[] {
  const payloads: string[] = [];
  let batch: string[] = [];
  const size = (names: string[]) => JSON.stringify({ ...change, tags: names }).length;
  for (const name of change.tags) {
    if (batch.length > 0 && size([...batch, name]) > MAX_PAYLOAD_BYTES) {
      payloads.push(JSON.stringify({ ...change, tags: batch }));
      batch = [];
    }
    batch.push(name);
  }
  if (batch.length > 0) payloads.push(JSON.stringify({ ...change, tags: batch }));
  return payloads;
}
