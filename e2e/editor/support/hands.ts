/** Two ways to use the desk: the pointer, and keys alone. */
import type { Locator, Page } from "@playwright/test";
import { expect } from "@playwright/test";
import type { Press } from "./editor-page.ts";
import { pressByKeys, pressByMouse } from "./editor-page.ts";

export type Hands = {
  name: string;
  press: (target: Locator) => Promise<void>;
  /** Replaces what stands in a field. */
  write: (field: Locator, text: string) => Promise<void>;
  choose: (select: Locator, label: string) => Promise<void>;
  attach: (input: Locator, path: string) => Promise<void>;
  /** A button of the editor's toolbar. */
  tool: Press;
};

const MOST_TABS = 250;

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/** Tab after Tab, as who has no pointer; round the page once at most. */
export async function tabTo(target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  const { keyboard } = target.page();
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await isFocused(target)) return;
    await keyboard.press("Tab");
  }
  throw new Error(`no way by Tab to ${target}`);
}

const labelOf = (select: Locator): Promise<string> =>
  select.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.label ?? "");

async function pressByTab(target: Locator): Promise<void> {
  await tabTo(target);
  const isBox = (await target.getAttribute("type")) === "checkbox";
  await target.page().keyboard.press(isBox ? "Space" : "Enter");
}

export const byKeys: Hands = {
  name: "keys alone",
  press: pressByTab,
  write: async (field, text) => {
    await tabTo(field);
    await field.page().keyboard.press("ControlOrMeta+a");
    await field.page().keyboard.type(text);
  },
  choose: async (select, label) => {
    await tabTo(select);
    const { keyboard } = select.page();
    await keyboard.press("Home");
    for (let steps = 0; steps < MOST_TABS && (await labelOf(select)) !== label; steps += 1)
      await keyboard.press("ArrowDown");
    expect(await labelOf(select)).toBe(label);
  },
  attach: async (input, path) => {
    // Listened for from now on: asked for in the same breath as the key, the browser may not know of it yet.
    const chosen = input.page().waitForEvent("filechooser", { timeout: 0 });
    await tabTo(input);
    await input.page().keyboard.press("Space");
    await (await chosen).setFiles(path);
  },
  tool: pressByKeys,
};

export const byMouse: Hands = {
  name: "mouse",
  press: (target) => target.click(),
  write: (field, text) => field.fill(text),
  choose: async (select, label) => void (await select.selectOption({ label })),
  attach: (input, path) => input.setInputFiles(path),
  tool: pressByMouse,
};

/** A button that does something to the edition. */
export const actButton = (page: Page, name: string): Locator =>
  page.getByRole("button", { name, exact: true });
