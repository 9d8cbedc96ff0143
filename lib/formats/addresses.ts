/** The addresses of a sitemap, or of a list with one a line; each once, in their order. */
export function readAddresses(text: string): string[] {
  const isSitemap = /<(?:urlset|sitemapindex)\b/i.test(text.slice(0, 4_096));
  const found = isSitemap
    ? [...text.matchAll(/<loc>\s*(?:<!\[CDATA\[)?\s*([^<\]\s]+)/gi)].map(([, url]) =>
        withoutEntities(url ?? ""),
      )
    : text.split(/\r?\n/).map((line) => line.trim().split(/\s+/)[0] ?? "");
  // No address holds a zero byte, and no database takes one.
  const known = found.filter((url) => /^https?:\/\/|^\//.test(url) && !url.includes("\0"));
  return [...new Set(known)];
}

/** The five entities of XML and no other. */
const withoutEntities = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
