import { expect, test } from "vitest";
import type { Actor, Grant } from "#modules/access/context.ts";
import { canImproveSearch } from "#modules/searchlog/policy.ts";

const staff = (...grants: Grant[]): Actor => ({ kind: "staff", accountId: 1, grants });

test.each<[string, Actor, boolean]>([
  ["the operator", { kind: "operator", name: "test" }, true],
  ["a super-admin", staff({ role: "super-admin", scope: "platform" }), true],
  ["the site's own admin", staff({ role: "site-admin", scope: "site", siteIds: [1] }), true],
  ["the site's own reviewer", staff({ role: "reviewer", scope: "site", siteIds: [1, 2] }), true],
  ["an author", staff({ role: "author", scope: "site", siteIds: [1] }), false],
  ["another site's admin", staff({ role: "site-admin", scope: "site", siteIds: [2] }), false],
  [
    "a reviewer of one column",
    staff({ role: "reviewer", scope: "column", siteId: 1, columnIds: [3] }),
    false,
  ],
  ["a stranger", staff(), false],
])("%s and the questions of a site", (_, actor, may) => {
  expect(canImproveSearch(actor, 1)).toBe(may);
});
