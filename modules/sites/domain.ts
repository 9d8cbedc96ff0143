import type { SiteState } from "#db/enums/sites.ts";

/** Which state may follow which (GL-3.10). A closed site does not come back: a new one is opened. */
export const SITE_MOVES: Record<SiteState, readonly SiteState[]> = {
  preparing: ["online", "closed"],
  online: ["suspended", "closed", "moved"],
  suspended: ["online", "closed", "moved"],
  closed: [],
  moved: ["closed"],
};

export type SiteStateProblem = "move-not-allowed" | "notice-missing" | "successor-missing";

/** Every reason the site may not take this state; empty means go. @rule GL-3.4, GL-3.5, GL-3.6 */
export function stateProblems(
  from: SiteState,
  to: { state: SiteState; notice: string | null; successor: string | null },
): SiteStateProblem[] {
  const problems: SiteStateProblem[] = [];
  if (!SITE_MOVES[from].includes(to.state)) problems.push("move-not-allowed");
  // Citizens are told why a site is away and who took over.
  if (["suspended", "closed"].includes(to.state) && to.notice === null)
    problems.push("notice-missing");
  if (to.state === "moved" && to.successor === null) problems.push("successor-missing");
  return problems;
}
