/** Headers of every answer to a citizen. */

/** @rule RELIABILITY §3: no inline script or style, no third party, no frame */
const CONTENT_SECURITY =
  "default-src 'self'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** As a flat list, ready for `writeHead`. */
export const SECURITY_HEADERS: readonly string[] = [
  "Content-Security-Policy",
  CONTENT_SECURITY,
  "X-Content-Type-Options",
  "nosniff",
  "Referrer-Policy",
  "strict-origin-when-cross-origin",
  "Permissions-Policy",
  "camera=(), microphone=(), geolocation=()",
  "Cross-Origin-Opener-Policy",
  "same-origin",
];
