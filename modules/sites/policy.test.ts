import { expect, test } from "vitest";
import type { Actor } from "#modules/access/context.ts";
import { canManageSite, canOpenSite } from "#modules/sites/policy.ts";

const siteAdmin: Actor = {
  kind: "staff",
  accountId: 1,
  grants: [{ role: "site-admin", scope: "site", siteIds: [1] }],
};

test("a site administrator manages their own sites only and opens none", () => {
  expect(canManageSite(siteAdmin, { id: 1 })).toBe(true);
  expect(canManageSite(siteAdmin, { id: 2 })).toBe(false);
  expect(canOpenSite(siteAdmin)).toBe(false);
});

test("a stranger manages nothing", () => {
  expect(canManageSite({ kind: "staff", accountId: 2, grants: [] }, { id: 1 })).toBe(false);
});
