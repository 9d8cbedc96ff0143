/**
 * Undoes cascade layers, which Chromium before 99 drops with everything in them. Our stylesheets
 * layer nothing themselves; what is left is the block Tailwind writes for its own properties, whose
 * rules are weaker than any class wherever they stand.
 */
export function flattenLayers(css: string): string {
  const start = css.indexOf("@layer");
  if (start === -1) return css;
  const brace = css.indexOf("{", start);
  const semicolon = css.indexOf(";", start);
  if (semicolon !== -1 && (brace === -1 || semicolon < brace)) {
    return flattenLayers(css.slice(0, start) + css.slice(semicolon + 1));
  }
  const end = closingBrace(css, brace);
  return flattenLayers(css.slice(0, start) + css.slice(brace + 1, end) + css.slice(end + 1));
}

function closingBrace(css: string, open: number): number {
  let depth = 0;
  for (let index = open; index < css.length; index += 1) {
    if (css[index] === "{") depth += 1;
    if (css[index] === "}") depth -= 1;
    if (depth === 0) return index;
  }
  throw new RangeError("a layer is not closed");
}
