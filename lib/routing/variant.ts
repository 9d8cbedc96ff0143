/** The form of a page: standard, or care (关怀版) with its options. A form is an address, never a cookie. */
export type Variant = {
  mode: "std" | "care";
  /** Text size of care pages: 1 = 24 px, 2 = 30 px, 3 = 36 px (CITIZEN-DESIGN §4.2). */
  size: 1 | 2 | 3;
  /** Colour scheme of care pages (CITIZEN-DESIGN §3.5); null is white ground with the theme's strong tones. */
  scheme: Scheme | null;
};

/**
 * Letters name ground then text: b black, y yellow, w white, n navy, p paper (米黄护眼).
 * 黑底黄字 by · 黄底黑字 yb · 黑底白字 bw · 白底黑字 wb · 蓝底黄字 ny · 米黄护眼 pb
 */
export const SCHEMES = ["by", "yb", "bw", "wb", "ny", "pb"] as const;
export type Scheme = (typeof SCHEMES)[number];

export const STANDARD: Variant = { mode: "std", size: 1, scheme: null };

/** Reads the allow-listed words of a query; every other word is dropped, bad values fall to the default. */
export function careOptions(query: URLSearchParams): Pick<Variant, "size" | "scheme"> {
  const size = query.get("size");
  const scheme = query.get("scheme");
  return {
    size: size === "2" ? 2 : size === "3" ? 3 : 1,
    scheme: SCHEMES.find((known) => known === scheme) ?? null,
  };
}

/** `std`, `care`, `care.by`, `care.2.by`: the one spelling of a variant in keys and internal paths. */
export function variantSegment(variant: Variant): string {
  if (variant.mode === "std") return "std";
  const size = variant.size === 1 ? "" : `.${variant.size}`;
  return `care${size}${variant.scheme ? `.${variant.scheme}` : ""}`;
}

/** Inverse of `variantSegment`; null for anything it does not write. */
export function parseVariantSegment(segment: string): Variant | null {
  if (segment === "std") return STANDARD;
  const [mode, ...words] = segment.split(".");
  if (mode !== "care") return null;
  const size = words[0] === "2" ? 2 : words[0] === "3" ? 3 : 1;
  const rest = size === 1 ? words : words.slice(1);
  const scheme = SCHEMES.find((known) => known === rest[0]) ?? null;
  const variant: Variant = { mode: "care", size, scheme };
  return variantSegment(variant) === segment ? variant : null;
}

/** `?size=2&scheme=by`, sorted, or the empty string. */
export function variantQuery(variant: Variant): string {
  const query = new URLSearchParams();
  if (variant.scheme) query.set("scheme", variant.scheme);
  if (variant.size !== 1) query.set("size", String(variant.size));
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}
