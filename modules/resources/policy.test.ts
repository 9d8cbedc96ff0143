import { expect, test } from "vitest";
import type { Actor } from "#modules/access/context.ts";
import {
  canImport,
  canPublish,
  canReleaseDirectly,
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
