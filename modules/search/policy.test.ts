import { expect, test } from "vitest";
import type { Actor, Grant } from "#modules/access/context.ts";
import { canCurateSearch, canManageSearch } from "#modules/search/policy.ts";

const staff = (...grants: Grant[]): Actor => ({ kind: "staff", accountId: 1, grants });

test.each<[string, Actor, boolean]>([
  ["the operator", { kind: "operator", name: "test" }, true],
  ["a super-admin", staff({ role: "super-admin", scope: "platform" }), true],
  ["a site's own admin", staff({ role: "site-admin", scope: "site", siteIds: [1] }), false],
  ["a stranger", staff(), false],
])("%s and the words of the search", (_, actor, may) => {
  expect(canManageSearch(actor)).toBe(may);
});

test.each<[string, Actor, number | null, boolean]>([
  ["the operator", { kind: "operator", name: "test" }, null, true],
  ["a super-admin", staff({ role: "super-admin", scope: "platform" }), null, true],
  ["a super-admin", staff({ role: "super-admin", scope: "platform" }), 1, true],
  ["a site's own admin", staff({ role: "site-admin", scope: "site", siteIds: [1] }), 1, true],
  ["another site's admin", staff({ role: "site-admin", scope: "site", siteIds: [2] }), 1, false],
  ["a site's own admin", staff({ role: "site-admin", scope: "site", siteIds: [1] }), null, false],
  ["a reviewer", staff({ role: "reviewer", scope: "site", siteIds: [1] }), 1, false],
  [
    "an admin of one column",
    staff({ role: "site-admin", scope: "column", siteId: 1, columnIds: [3] }),
    1,
    false,
  ],
  ["a stranger", staff(), 1, false],
])("%s and what stands first on site %o", (_, actor, siteId, may) => {
  expect(canCurateSearch(actor, siteId)).toBe(may);
});
