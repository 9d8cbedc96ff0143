/**
 * Tones of one hue: OKLCH hue and chroma are kept, lightness is bisected until the 8-bit colour that
 * ships meets a WCAG contrast. Everything that leaves this file is a lower-case `#rrggbb`.
 */
import { clampChroma, converter, formatHex, wcagContrast } from "culori";

export type Hex = `#${string}`;
export type Direction = "darker" | "lighter";

/** Hue in degrees and chroma of OKLCH; a grey has chroma 0 and any hue. */
export type Tint = { hue: number; chroma: number };

const toOklch = converter("oklch");

/** @throws {RangeError} when the text is no colour. */
function parseColour(colour: string): { l: number; c: number; h: number } {
  const parsed = toOklch(colour);
  if (parsed === undefined) throw new RangeError(`not a colour: ${colour}`);
  return { l: parsed.l, c: parsed.c, h: parsed.h ?? 0 };
}

/** The colour as a lower-case six-digit hex. */
export function toHex(colour: string): Hex {
  const hex = formatHex(colour);
  if (hex === undefined) throw new RangeError(`not a colour: ${colour}`);
  return hex as Hex; // safe because formatHex always writes `#rrggbb`
}

export function tintOf(colour: string): Tint {
  const { c, h } = parseColour(colour);
  return { hue: h, chroma: c };
}

/** The tint at a fixed lightness, chroma clamped into sRGB at constant hue. */
export function tone(tint: Tint, lightness: number, mostChroma = 1): Hex {
  const chroma = Math.min(tint.chroma, mostChroma);
  const colour = clampChroma(
    { mode: "oklch", l: lightness, c: chroma, h: tint.hue },
    "oklch",
    "rgb",
  );
  return formatHex(colour) as Hex; // safe because formatHex always writes `#rrggbb`
}

export function contrast(fore: string, ground: string): number {
  return wcagContrast(fore, ground);
}

/**
 * The tone nearest the ground that still reaches the target: the most colourful one that may be used.
 * @throws {RangeError} when not even black or white reaches it.
 */
export function solveTone(tint: Tint, ground: Hex, target: number, direction: Direction): Hex {
  let near = parseColour(ground).l;
  let far = direction === "darker" ? 0 : 1;
  if (contrast(tone(tint, far), ground) < target) {
    throw new RangeError(`no ${direction} tone reaches ${target}:1 on ${ground}`);
  }
  for (let step = 0; step < 24; step += 1) {
    const middle = (near + far) / 2;
    if (contrast(tone(tint, middle), ground) >= target) far = middle;
    else near = middle;
  }
  return tone(tint, far);
}

/** Degrees between two hues on the circle, 0–180. */
export function hueDistance(one: number, other: number): number {
  const distance = Math.abs(one - other) % 360;
  return Math.min(distance, 360 - distance);
}
