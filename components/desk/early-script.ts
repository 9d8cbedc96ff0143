/** What happened on a screen of the desk before its scripts were there: seconds, on an old computer. */
export type Early = {
  /** Buttons that were pressed, and forms that were sent: once each, however often. */
  done: Set<HTMLButtonElement | HTMLFormElement>;
  /** What was chosen in lists: the scripts set them back when they take over. */
  chosen: Map<HTMLSelectElement, number>;
  /** What was typed in fields of several lines: React sets back those that had words. */
  typed: Map<HTMLTextAreaElement, string>;
  /** Where an input method is in the middle of a word. */
  composing: EventTarget | null;
};

declare global {
  interface Window {
    early?: Early;
  }
}

/**
 * Runs before anything else on a screen, until `Heard` tells the scripts of it; what it keeps is not heard
 * twice. A form that names no address is for the scripts alone: sent by the browser it would be lost, and
 * a password would stand in the address.
 */
export const EARLY_SCRIPT = `{
  const early = { done: new Set(), chosen: new Map(), typed: new Map(), composing: null };
  window.early = early;
  const on = (type, keep) => addEventListener(type, (event) => {
    if (window.early && keep(event.target, event)) event.stopPropagation();
  }, true);
  on("submit", (form, event) => {
    if (form.hasAttribute("action")) return false;
    event.preventDefault();
    return early.done.add(form);
  });
  on("click", (target) => {
    const button = target.closest("button[type=button]");
    return button ? early.done.add(button) : target.matches("[type=checkbox], [type=radio]");
  });
  on("change", (field) => {
    if (field instanceof HTMLSelectElement) early.chosen.set(field, field.selectedIndex);
    return true;
  });
  on("input", (field) => {
    if (field instanceof HTMLTextAreaElement) early.typed.set(field, field.value);
    return false;
  });
  on("compositionstart", (field) => { early.composing = field; });
  on("compositionend", () => { early.composing = null; });
}`;
