import { expect, test } from "vitest";
import type { Actor } from "#modules/access/context.ts";
import {
  canImport,
  canListOldAddresses,
  canPublish,
  canReleaseDirectly,
  canSeeImports,
  canWithdraw,
} from "#modules/resources/policy.ts";

const reviewer: Actor = {
  kind: "staff",
  accountId: 1,
  grants: [{ role: "reviewer", scope: "site", siteIds: [1] }],
};
const author: Actor = {
  kind: "staff",
  accountId: 2,
  grants: [{ role: "author", scope: "column", siteId: 1, columnIds: [5] }],
};
const stranger: Actor = { kind: "staff", accountId: 3, grants: [] };
const here = { siteId: 1, columnId: 5 };
const elsewhere = { siteId: 2, columnId: 9 };

test("a reviewer publishes and withdraws in their site, and only when every place is theirs", () => {
  expect(canPublish(reviewer, [here])).toBe(true);
  expect(canPublish(reviewer, [here, elsewhere])).toBe(false);
  expect(canWithdraw(reviewer, [here])).toBe(true);
  expect(canWithdraw(reviewer, [here, elsewhere])).toBe(false);
});

test("an author imports into their column and neither publishes nor withdraws", () => {
  expect(canImport(author, here)).toBe(true);
  expect(canImport(author, { siteId: 1, columnId: 6 })).toBe(false);
  expect(canPublish(author, [here])).toBe(false);
  expect(canWithdraw(author, [here])).toBe(false);
});

test("nobody at the desk releases past review, and a stranger does nothing", () => {
  for (const actor of [reviewer, author, stranger])
    expect(canReleaseDirectly(actor, here)).toBe(false);
  expect(
    canImport(stranger, here) || canPublish(stranger, [here]) || canWithdraw(stranger, [here]),
  ).toBe(false);
});

const siteAdmin: Actor = {
  kind: "staff",
  accountId: 4,
  grants: [{ role: "site-admin", scope: "site", siteIds: [1] }],
};

test.each([
  ["who writes on the whole site", reviewer, true, false],
  ["who runs it", siteAdmin, true, true],
  ["who writes in one column", author, false, false],
  ["a stranger", stranger, false, false],
] as const)("of a site's imports and old addresses: %s", (_, actor, sees, lists) => {
  expect(canSeeImports(actor, 1)).toBe(sees);
  expect(canListOldAddresses(actor, 1)).toBe(lists);
  expect(canSeeImports(actor, 2) || canListOldAddresses(actor, 2)).toBe(false);
});
