import { cleanText } from "../characters.ts";

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Makes text safe between tags and inside a quoted attribute alike: one function for both, so that
 * nobody can pick the wrong one. Characters that HTML forbids are left out.
 * @rule X1
 */
export function escapeHtml(text: string): string {
  return cleanText(text).replace(/[&<>"']/g, (found) => ENTITIES[found] ?? "");
}

/** ` name="value"`, or nothing for null. */
export function attribute(name: string, value: string | number | null): string {
  return value === null ? "" : ` ${name}="${escapeHtml(String(value))}"`;
}
