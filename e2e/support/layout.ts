/** What a reader would notice of a page's layout; all of it is measured in the page. */
import type { Page } from "@playwright/test";

/** Text twice as large, as a reader's own setting makes it. */
export const doubleText = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });

/** Elements that reach beyond the window and do not scroll by themselves; empty means no sideways scrolling. */
export function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const isInRegion = (element: Element) => element.closest("section[tabindex]") !== null;
    const wide = [...document.body.querySelectorAll("*")].filter(
      (element) => element.getBoundingClientRect().right > width + 1 && !isInRegion(element),
    );
    const named = wide.map(
      (element) => `${element.tagName} ${(element.textContent ?? "").slice(0, 30)}`,
    );
    return [
      `page is ${document.documentElement.scrollWidth} px wide on ${width}`,
      ...named.slice(0, 5),
    ];
  });
}

/** Boxes whose text is cut off. */
export function clipped(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.body.querySelectorAll("*")]
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        const isCut = [overflowX, overflowY].some(
          (value) => value === "hidden" || value === "clip",
        );
        const isUnseen = element.clientWidth <= 1 || element.clientHeight <= 1;
        const isLarger =
          element.scrollWidth > element.clientWidth + 1 ||
          element.scrollHeight > element.clientHeight + 1;
        return isCut && isLarger && !isUnseen && (element.textContent ?? "").trim() !== "";
      })
      .map((element) => `${element.tagName} ${(element.textContent ?? "").slice(0, 30)}`),
  );
}
