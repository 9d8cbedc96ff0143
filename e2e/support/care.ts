/**
 * The acceptance rules of care pages, K1–K20 of CITIZEN-DESIGN §4.5, measured in the page. Each
 * check returns what is wrong as lines that begin with the rule's number; empty means it holds.
 */
import type { Page } from "@playwright/test";

export type Budget = { focusables: number };

/** K1, K2: how large the text is. */
function sizeProblems(sizes: { any: number; body: number }): string[] {
  const isRead = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.closest("rt, .unseen") === null;
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const words = (walker.currentNode.textContent ?? "").trim().slice(0, 20);
    const element = walker.currentNode.parentElement;
    if (words === "" || !element || !isRead(element)) continue;
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    const isBody = element.closest("main :is(p, li, td, dd, label, a, button)") !== null;
    const [least, rule] = isBody ? [sizes.body, "K2"] : [sizes.any, "K1"];
    if (size < least) found.push(`${rule} ${size} px, at least ${least}: ${words}`);
  }
  return found;
}

/** K3: how loosely the text of an article is set. */
function spaceProblems(): string[] {
  const pixels = (length: string) => Number.parseFloat(length);
  const words = (element: Element) => (element.textContent ?? "").trim().slice(0, 20);
  const tight = [...document.querySelectorAll(".rich :is(p, li, dd)")].flatMap((element) => {
    const { fontSize, lineHeight } = getComputedStyle(element);
    const ratio = pixels(lineHeight) / pixels(fontSize);
    return ratio >= 1.5 && ratio <= 2 ? [] : [`K3 line height ${ratio}: ${words(element)}`];
  });
  const near = [...document.querySelectorAll(".rich > p + p")].flatMap((element) => {
    const { marginTop, lineHeight } = getComputedStyle(element);
    return pixels(marginTop) >= 1.3 * pixels(lineHeight) - 0.5
      ? []
      : [`K3 gap ${marginTop} after a line of ${lineHeight}: ${words(element)}`];
  });
  return [...tight, ...near];
}

/** K4: what is to be hit, and how far apart. */
function targetProblems(): string[] {
  const isShown = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")];
  // A skip link lies above the page until it has the focus; links in a running text are exempt.
  const targets = all.filter(
    (element) =>
      isShown(element) &&
      element.getBoundingClientRect().bottom > 0 &&
      !(getComputedStyle(element).display === "inline" && element.closest("p, li, td")),
  );
  const name = (element: Element) => (element.textContent ?? "").trim().slice(0, 20);
  const small = targets.flatMap((element) => {
    const { width, height } = element.getBoundingClientRect();
    const least = element.matches("[data-primary]") ? 60 : 48;
    const size = Math.min(width, height);
    return size < least - 0.5
      ? [`K4 ${Math.round(size)} px, at least ${least}: ${name(element)}`]
      : [];
  });
  const near = targets.flatMap((one, index) =>
    targets.slice(index + 1).flatMap((other) => {
      if (one.contains(other) || other.contains(one)) return [];
      const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
      const aside = Math.max(a.left - b.right, b.left - a.right);
      const apart = Math.max(a.top - b.bottom, b.top - a.bottom, aside);
      return apart < 7.5
        ? [`K4 ${apart.toFixed(1)} px between ${name(one)} and ${name(other)}`]
        : [];
    }),
  );
  return [...small, ...near];
}

/** K6: nothing stands beside anything else. */
function columnProblems(): string[] {
  const kinds =
    ":is(section, article, aside, form, nav, details, ul, ol, p, h1, h2, h3, table, dl, dl > div)";
  const blocks = [...document.querySelectorAll(`main ${kinds}`)].filter(
    (block) => block.checkVisibility() && !block.closest("table"),
  );
  const shape = (block: Element) => block.getBoundingClientRect();
  return blocks.flatMap((one, index) =>
    blocks.slice(index + 1).flatMap((other) => {
      if (one.contains(other) || other.contains(one)) return [];
      const [a, b] = [shape(one), shape(other)];
      const isLevel = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 10;
      const isBeside = a.right <= b.left + 1 || b.right <= a.left + 1;
      return isLevel && isBeside
        ? [`K6 at ${innerWidth} px: ${one.tagName} and ${other.tagName} stand side by side`]
        : [];
    }),
  );
}

/** K7, K20: nothing moves, nothing floats, nothing pops up. */
function motionProblems(): string[] {
  const found: string[] = [];
  const animations = document.getAnimations().length;
  if (animations > 0) found.push(`K7 ${animations} animations`);
  const timers = (globalThis as unknown as { zsTimers?: number }).zsTimers ?? -1;
  if (timers !== 0) found.push(`K7 ${timers} timers`);
  const moving = "[autoplay], marquee, blink, meta[http-equiv=refresh], video, iframe";
  for (const element of document.querySelectorAll(moving)) found.push(`K7 ${element.tagName}`);
  const popping = "dialog, [popover], [target=_blank]";
  for (const element of document.querySelectorAll(popping)) found.push(`K20 ${element.tagName}`);
  for (const element of document.body.querySelectorAll("*")) {
    const { position } = getComputedStyle(element);
    if (position === "fixed" || position === "sticky")
      found.push(`K20 ${position} ${element.tagName}`);
  }
  return found;
}

/** K8, K9: the telephone is at hand, and the page is short to walk through. */
function focusProblems(budget: Budget): string[] {
  const focusables = [
    ...document.querySelectorAll(
      "a[href], button, input, select, textarea, summary, [tabindex='0']",
    ),
  ].filter((element) => element.checkVisibility());
  const phone = focusables.findIndex((element) => element.matches("a[href^='tel:']"));
  const bottom = focusables[phone]?.getBoundingClientRect().bottom ?? Number.POSITIVE_INFINITY;
  const found: string[] = [];
  if (phone < 0 || phone > 5) found.push(`K8 the telephone is stop ${phone + 1}`);
  if (bottom > 844) found.push(`K8 the telephone ends at ${bottom} px`);
  if (focusables.length > budget.focusables)
    found.push(`K9 ${focusables.length} stops, at most ${budget.focusables}`);
  return found;
}

/** Counts every timer a page sets; must run before the page does. */
export function countTimers(): void {
  const counter = globalThis as unknown as { zsTimers: number };
  counter.zsTimers = 0;
  const count = <Timer extends (...given: never[]) => unknown>(timer: Timer): Timer =>
    ((...given: Parameters<Timer>) => {
      counter.zsTimers += 1;
      return timer(...given);
    }) as Timer; // safe because it takes and returns what the timer does
  globalThis.setTimeout = count(globalThis.setTimeout);
  globalThis.setInterval = count(globalThis.setInterval);
  globalThis.requestAnimationFrame = count(globalThis.requestAnimationFrame);
}

const WIDTHS = [320, 390, 768, 1280, 1920];

/** K1–K4, K6–K9 and K20 on the page that is open; leaves the window at 390 × 844. */
export async function careProblems(
  page: Page,
  budget: Budget,
  sizes = { any: 20, body: 24 },
): Promise<string[]> {
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 844 });
    found.push(...(await page.evaluate(columnProblems)));
  }
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    found.push(
      ...(await page.evaluate(sizeProblems, sizes)),
      ...(await page.evaluate(spaceProblems)),
      ...(await page.evaluate(targetProblems)),
    );
  }
  found.push(...(await page.evaluate(motionProblems)));
  found.push(...(await page.evaluate(focusProblems, budget)));
  return found;
}

/** All folds open, so that what they hide is measured too. */
export const unfoldAll = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
