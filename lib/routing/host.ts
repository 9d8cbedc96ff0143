import { domainToASCII } from "node:url";

const MAX_NAME_LENGTH = 253;

/**
 * One spelling for a Host header: lower case, no port, no trailing dot. Null when it is not a host
 * name at all; null and unknown are answered alike (421). Nothing is decoded or folded: a client
 * sends punycode, and a host spelled otherwise is another host.
 */
export function normalizeHost(header: string | undefined): string | null {
  const match = /^([a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i.exec(header ?? "");
  const name = match?.[1]?.toLowerCase().replace(/\.$/, "");
  return name && name.length <= MAX_NAME_LENGTH ? name : null;
}

/** A host as a person writes it, 云川.政务 or EXAMPLE.cn, as it comes in a Host header; null when it is none. */
export function hostFromWords(words: string): string | null {
  const ascii = /[\s:/?#@[\]\\%]/.test(words) ? "" : domainToASCII(words);
  return ascii === "" ? null : normalizeHost(ascii);
}
