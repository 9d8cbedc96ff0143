import { ask, sayProblems } from "#components/desk/ask.ts";
import type { PaletteTarget } from "#modules/palette/schema.ts";

/** Goes where an entry leads. @returns why it could not, in words; null while the page is leaving */
export async function go(
  target: PaletteTarget,
  words: Record<string, string>,
): Promise<string | null> {
  if ("href" in target) {
    window.location.assign(target.href);
    return null;
  }
  if ("siteId" in target) {
    const chosen = await ask("/admin/api/site", target);
    if (!chosen.ok) return sayProblems(chosen.problems, words);
    window.location.assign("/admin/content");
    return null;
  }
  const made = await ask<{ editionId: number }>("/admin/api/drafts", {
    columnId: target.newIn,
    type: "article",
  });
  if (!made.ok) return sayProblems(made.problems, words);
  window.location.assign(`/admin/content/${made.value.editionId}`);
  return null;
}
