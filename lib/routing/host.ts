import { domainToASCII } from "node:url";

/**
 * One spelling for a Host header: lower case, punycode, no port, no trailing dot. Null when it is
 * not a host name at all; null and unknown are answered alike (421).
 */
export function normalizeHost(header: string | undefined): string | null {
  if (!header || header.length > 260) return null;
  const match = /^([^\s:/?#@[\]\\]+|\[[0-9a-fA-F:.]+\])(?::\d{1,5})?$/.exec(header);
  const name = match?.[1];
  if (!name) return null;
  if (name.startsWith("[")) return name.toLowerCase();
  const ascii = domainToASCII(name.endsWith(".") ? name.slice(0, -1) : name);
  return ascii === "" || ascii.length > 253 ? null : ascii;
}
