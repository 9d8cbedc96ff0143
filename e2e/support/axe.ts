/** axe-core with the rules that are off by default and that the house keeps. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

type Rule = "target-size" | "color-contrast-enhanced";

/** Every violation as one line: rule, element, what is wrong. Empty means none. */
export async function axeViolations(
  page: Page,
  more: readonly Rule[],
  /** Needs no second tab, which an open dialog keeps from opening; looks into no foreign frame. */
  isLegacy = false,
): Promise<string[]> {
  // Where scripts are off axe would wait for the load of a page for ever.
  await page.waitForLoadState();
  const rules = Object.fromEntries(more.map((rule) => [rule, { enabled: true }]));
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(isLegacy)
    .options({ rules })
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const why = failureSummary?.split("\n").at(1)?.trim() ?? "";
      return `${id} ${target.join(" ")}: ${why}`;
    }),
  );
}
