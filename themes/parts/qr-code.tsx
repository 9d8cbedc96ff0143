import { encode } from "uqr";

/** Quiet modules around a code: readers need them to find it. */
const QUIET = 4;

/** One path for all dark modules: a bar for each run of them, row by row. */
function darkPath(rows: boolean[][]): string {
  return rows
    .flatMap((row, y) => {
      const bits = row.map((isDark) => (isDark ? "1" : "0")).join("");
      return [...bits.matchAll(/1+/g)].map(
        ({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`,
      );
    })
    .join("");
}

type QrCodeProps = { text: string; title: string; className: string };

/** A QR code drawn on the server, always dark on light, because that is what readers expect. */
export function QrCode({ text, title, className }: QrCodeProps) {
  const { data, size } = encode(text, { ecc: "M", border: QUIET });
  return (
    <svg
      className={`qr-code ${className}`}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={title}
      shapeRendering="crispEdges"
      data-color-exempt="qr"
      data-el="qr"
    >
      <rect className="qr-ground" width={size} height={size} />
      <path className="qr-ink" d={darkPath(data)} />
    </svg>
  );
}
