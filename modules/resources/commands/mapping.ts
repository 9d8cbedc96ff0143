import "server-only";
import type { ResourceType } from "#db/enums/resources.ts";
import { oldAddress, parseAddress } from "#lib/routing/address.ts";
import { isHomeQuery } from "#lib/routing/old-query.ts";
import { RESERVED_SEGMENTS, SITE_MAP_PATH } from "#lib/routing/reserved.ts";
import type { ImportDocument } from "#modules/resources/schema.ts";

export type ImportPlace = { columnId: number; columnPath: string };

/** Records of this type and category (`地方性法规/*` for all below it) go there, as that type. */
export type ImportRule = {
  type?: string | undefined;
  category?: string | undefined;
  place: ImportPlace;
  resourceType?: ResourceType | undefined;
};

const fits = (pattern: string | undefined, value: string): boolean => {
  if (pattern === undefined) return true;
  return pattern.endsWith("*") ? value.startsWith(pattern.slice(0, -1)) : value === pattern;
};

/** Where a record goes and what it becomes: the first rule that fits, else the batch's own column. */
export function routeRecord(
  { type, category }: ImportDocument,
  target: ImportPlace & { rules?: readonly ImportRule[] },
): { place: ImportPlace; resourceType: ResourceType | undefined } {
  const rule = target.rules?.find(
    (known) => fits(known.type, type) && fits(known.category, category ?? ""),
  );
  const { columnId, columnPath } = target;
  return rule
    ? { place: rule.place, resourceType: rule.resourceType }
    : { place: { columnId, columnPath }, resourceType: undefined };
}

/**
 * Where the old system had a record, as this platform reads addresses: its path, with the words that told it apart
 * (`/show.jsp?id=7`). Null when it cannot be kept: no address, another host than those given, the old home page, or
 * a path that is ours.
 */
export function oldPath(
  url: string | null | undefined,
  hosts: readonly string[] | null = null,
): string | null {
  if (!url || !URL.canParse(url)) return null;
  const { hostname, pathname, protocol, search } = new URL(url);
  if (!/^https?:$/.test(protocol) || (hosts && !hosts.includes(hostname))) return null;
  const parsed = parseAddress(`${pathname}${search}`);
  if (!parsed.ok || parsed.address.variant.mode !== "std") return null;
  const { path, oldQuery = "" } = parsed.address;
  const [, first = ""] = path.split(/[/?]/);
  const isHome = path === "/" && !isHomeQuery(path, oldQuery);
  return isHome || path === SITE_MAP_PATH || RESERVED_SEGMENTS.has(first)
    ? null
    : (oldAddress(parsed.address) ?? parsed.address).path;
}
