/** The page between this site and one that is not the government's (GL-14.10): `/go?u=…&s=…`. */
import { createHmac, timingSafeEqual } from "node:crypto";

export const LEAVE_PATH = "/go";

export type Leave = { url: string; signature: string };

/** 128 bits: nobody guesses one, and addresses stay short. */
export function signLeave(url: string, key: string): string {
  return createHmac("sha256", key).update(`leave\n${url}`).digest("base64url").slice(0, 22);
}

/** Only we can have made this address: an unsigned one would lend our name to any other. */
export function isSignedLeave({ url, signature }: Leave, key: string): boolean {
  const [given, right] = [Buffer.from(signature), Buffer.from(signLeave(url, key))];
  return given.length === right.length && timingSafeEqual(given, right);
}

/** `u=…&s=…`, in this order and spelling only. */
export function leaveQuery({ url, signature }: Leave): string {
  return new URLSearchParams({ u: url, s: signature }).toString();
}

/** The two words of the query, or null when one is missing or said twice. */
export function readLeave(query: URLSearchParams): Leave | null {
  const [urls, signatures] = [query.getAll("u"), query.getAll("s")];
  const [url = "", signature = ""] = [urls[0], signatures[0]];
  if (urls.length !== 1 || signatures.length !== 1 || url === "" || signature === "") return null;
  return { url, signature };
}

/** Where government is: its own two domains, at any depth. */
const GOVERNMENT = /(?:^|\.)(?:gov\.cn|xn--zfr164b)$/;

/** True for a web address that is neither the government's nor of one of our own hosts. */
export function isForeign(address: string, isOwnHost: (host: string) => boolean): boolean {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return false;
  const { hostname } = new URL(address);
  return !GOVERNMENT.test(hostname) && !isOwnHost(hostname);
}
