/** Places within a text, and the links that lead there. */
import { FORBIDDEN_IN_ADDRESS } from "./address.ts";
import { MAX_ANCHOR_LENGTH } from "./limits.ts";

/** May a place be called so? What cannot stand in an address cannot be linked to. */
export const isAnchorName = (name: string): boolean =>
  name !== "" && name.length <= MAX_ANCHOR_LENGTH && !FORBIDDEN_IN_ADDRESS.test(name);

/** The name as an anchor may have it, of one that somebody's HTML gives; null when nothing is left of it. */
export function tidyAnchorName(raw: string): string | null {
  const name = raw.trim().replace(/\s+/g, "_");
  return isAnchorName(name) ? name : null;
}

/** The name that a link within the text leads to; null for any other link. */
export function anchorNameIn(address: string): string | null {
  if (!address.startsWith("#")) return null;
  const written = address.slice(1);
  try {
    return tidyAnchorName(decodeURIComponent(written));
  } catch {
    // A percent sign by itself.
    return tidyAnchorName(written);
  }
}
