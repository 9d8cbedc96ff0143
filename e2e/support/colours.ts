/** The three-colour rule on a drawn page, pass A of CITIZEN-DESIGN §3.4: computed styles. @rule GL-13.2 */
import type { Page } from "@playwright/test";
import { converter, parse } from "culori";

/** A colour as the page uses it: how much of it there is, and an element that has it. */
type Use = { css: string; area: number; where: string };

export type ColourReport = {
  /** Colours far from every declared hue, with an element that has each. */
  strangers: string[];
  /** Groups of neighbouring hues. */
  clusters: number;
  /** Share of each declared hue of all that is coloured, in their order. */
  shares: number[];
};

/** Statutory marks, photographs, maps and QR codes keep their own colours. */
const EXEMPT = "img, picture, video, canvas, iframe, [data-color-exempt]";
const CLUSTER_GAP = 28;
const toOklch = converter("oklch");

/** One box as the browser computed it; `pseudo` boxes stand before or after the element's own content. */
type Box = {
  where: string;
  kind: "own" | "pseudo" | "marker" | "drawing";
  width: number;
  height: number;
  /** Characters that stand in the element itself. */
  letters: number;
  style: Record<(typeof PROPERTIES)[number], string>;
};

const PROPERTIES = [
  ...["color", "font-size", "text-decoration-line", "text-decoration-color", "fill", "stroke"],
  ...["background-color", "background-image", "box-shadow"],
  ...["outline-style", "outline-width", "outline-color"],
  ...["border-top-style", "border-top-width", "border-top-color"],
  ...["border-bottom-style", "border-bottom-width", "border-bottom-color"],
  ...["border-left-style", "border-left-width", "border-left-color"],
  ...["border-right-style", "border-right-width", "border-right-color"],
] as const;

/** Runs in the page: every visible box, with what may give it colour. */
function collectBoxes({ exempt, names }: { exempt: string; names: readonly string[] }): Box[] {
  const read = (style: CSSStyleDeclaration) =>
    Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]));
  const isShown = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.closest(exempt) === null;
  const lettersOf = (element: Element) =>
    [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .reduce((sum, node) => sum + (node.textContent?.trim().length ?? 0), 0);
  const boxOf = (element: Element, kind: Box["kind"], pseudo?: string): Box => {
    const { width, height } = element.getBoundingClientRect();
    const style = read(getComputedStyle(element, pseudo)) as Box["style"]; // safe: `names` are its keys
    const where = `${element.tagName} ${element.getAttribute("class") ?? ""}`;
    return { where, kind, width, height, style, letters: pseudo ? 0 : lettersOf(element) };
  };
  const hasPseudo = (element: Element, pseudo: string) =>
    !["none", "normal"].includes(getComputedStyle(element, pseudo).content);
  return [...document.querySelectorAll("body, body *")].filter(isShown).flatMap((element) => {
    const isDrawing = element instanceof SVGElement && !(element instanceof SVGSVGElement);
    const pseudos = ["::before", "::after"].filter((pseudo) => hasPseudo(element, pseudo));
    const marker = getComputedStyle(element).display === "list-item" ? ["::marker"] : [];
    return [
      boxOf(element, isDrawing ? "drawing" : "own"),
      ...pseudos.map((pseudo) => boxOf(element, "pseudo", pseudo)),
      ...marker.map((pseudo) => boxOf(element, "marker", pseudo)),
    ];
  });
}

const IN_COLOUR = /(?:rgba?|oklch|oklab|color)\([^)]*\)/g;
const coloursIn = (value: string): string[] => value.match(IN_COLOUR) ?? [];

/** Ground, pictures of gradients, shadows, borders and ring of a box. */
function usesOfBox({ style, width, height, where }: Box): Use[] {
  const use = (css: string, area: number): Use => ({ css, area, where });
  const lines = (["top", "right", "bottom", "left"] as const).map((side) => {
    const length = side === "top" || side === "bottom" ? width : height;
    const isDrawn = style[`border-${side}-style`] !== "none";
    const thickness = isDrawn ? Number.parseFloat(style[`border-${side}-width`]) : 0;
    return use(style[`border-${side}-color`], thickness * length);
  });
  const ring = style["outline-style"] === "none" ? 0 : Number.parseFloat(style["outline-width"]);
  return [
    use(style["background-color"], width * height),
    ...coloursIn(style["background-image"]).map((css) => use(css, (width * height) / 2)),
    ...coloursIn(style["box-shadow"]).map((css) => use(css, width * 4)),
    ...lines,
    use(style["outline-color"], ring * 2 * (width + height)),
  ];
}

/** Letters and the line under them. */
function usesOfText({ style, letters, where }: Box): Use[] {
  const size = Number.parseFloat(style["font-size"]);
  const isLined = style["text-decoration-line"] !== "none";
  return [
    { css: style.color, area: letters * size * size * 0.25, where },
    { css: style["text-decoration-color"], area: isLined ? letters * size * 2 : 0, where },
  ];
}

function usesOf(box: Box): Use[] {
  const { style, width, height, where } = box;
  switch (box.kind) {
    case "own":
      return [...usesOfBox(box), ...usesOfText(box)];
    case "pseudo":
      // Their own size is not told: a small one is taken.
      return usesOfBox({ ...box, width: Math.min(width, 20), height: Math.min(height, 20) });
    case "marker":
      return [{ css: style.color, area: 60, where }];
    case "drawing":
      return [
        { css: style.fill, area: width * height * 0.6, where },
        { css: style.stroke, area: width + height, where },
      ];
  }
}

const apart = (one: number, other: number): number => {
  const degrees = Math.abs(one - other) % 360;
  return Math.min(degrees, 360 - degrees);
};

type Coloured = { hue: number; chroma: number; weight: number; use: Use };

/** Neutrals, near-blacks and near-whites have no hue to speak of; nor has what cannot be seen. */
function readColour(use: Use): Coloured | null {
  const parsed = parse(use.css);
  if (!parsed || (parsed.alpha ?? 1) < 0.05) return null;
  const { l, c, h = 0 } = toOklch(parsed);
  return c < 0.03 || l < 0.17 || l > 0.985
    ? null
    : { hue: h, chroma: c, weight: use.area * c, use };
}

/** Rounding to 8 bits moves the hue of a pale colour more. */
const isNear = ({ hue, chroma }: Coloured, declared: number): boolean =>
  apart(hue, declared) <= (chroma < 0.06 ? 22 : 12);

function countClusters(colours: readonly Coloured[]): number {
  const hues = colours.map(({ hue }) => hue).sort((a, b) => a - b);
  const gaps = hues.map((hue, index) => {
    const next = hues[index + 1] ?? (hues[0] ?? 0) + 360;
    return next - hue;
  });
  const wide = gaps.filter((gap) => gap > CLUSTER_GAP).length;
  return hues.length === 0 ? 0 : Math.max(1, wide);
}

/** What the page's colours are, against the hues that its theme declares. */
export async function colourReport(page: Page, brand: readonly string[]): Promise<ColourReport> {
  const declared = brand.map((colour) => toOklch(colour)?.h ?? 0);
  const boxes = await page.evaluate(collectBoxes, { exempt: EXEMPT, names: PROPERTIES });
  const uses = boxes.flatMap(usesOf).filter(({ area }) => area > 0);
  const colours = uses.map(readColour).filter((found) => found !== null);
  const strangers = colours.filter((colour) => !declared.some((hue) => isNear(colour, hue)));
  const total = colours.reduce((sum, { weight }) => sum + weight, 0);
  const shareOf = (hue: number) =>
    colours.filter((colour) => isNear(colour, hue)).reduce((sum, { weight }) => sum + weight, 0) /
    total;
  return {
    strangers: [...new Set(strangers.map(({ use }) => `${use.css} ${use.where}`))],
    clusters: countClusters(colours),
    shares: declared.map(shareOf),
  };
}
