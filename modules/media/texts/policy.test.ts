import { expect, test } from "vitest";
import type { Actor, Grant } from "#modules/access/context.ts";
import { canManageTexts } from "#modules/media/texts/policy.ts";

const staff = (...grants: Grant[]): Actor => ({ kind: "staff", accountId: 1, grants });

test.each<[string, Actor, boolean]>([
  ["the operator", { kind: "operator", name: "test" }, true],
  ["a super-admin", staff({ role: "super-admin", scope: "platform" }), true],
  ["a site's own admin", staff({ role: "site-admin", scope: "site", siteIds: [1] }), false],
  ["a job", { kind: "system", job: "texts" }, false],
  ["a stranger", staff(), false],
])("%s and the words of all files", (_, actor, may) => {
  expect(canManageTexts(actor)).toBe(may);
});
