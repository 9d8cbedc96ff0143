import { describe, expect, test } from "vitest";
import type { Actor } from "#modules/access/context.ts";
import { ACTIONS, can } from "#modules/access/policy.ts";

const staff = (grant: Extract<Actor, { kind: "staff" }>["grants"][number]): Actor => ({
  kind: "staff",
  accountId: 1,
  grants: [grant],
});
const author = staff({ role: "author", scope: "column", siteId: 1, columnIds: [10, 11] });
const reviewer = staff({ role: "reviewer", scope: "site", siteIds: [1, 2] });
const superAdmin = staff({ role: "super-admin", scope: "platform" });
const stranger: Actor = { kind: "staff", accountId: 9, grants: [] };

describe("can", () => {
  test("a stranger may do nothing", () => {
    for (const action of ACTIONS)
      expect(can(stranger, action, { siteId: 1, columnId: 10 })).toBe(false);
  });
  test.each([
    [author, "resource.create", { siteId: 1, columnId: 10 }, true],
    [author, "resource.create", { siteId: 1, columnId: 12 }, false],
    [author, "resource.create", { siteId: 2, columnId: 10 }, false],
    [author, "resource.create", { siteId: 1 }, false],
    [author, "resource.withdraw", { siteId: 1, columnId: 10 }, false],
    [reviewer, "resource.withdraw", { siteId: 2, columnId: 5 }, true],
    [reviewer, "resource.withdraw", { siteId: 3, columnId: 5 }, false],
    [reviewer, "resource.withdraw", {}, false],
    [superAdmin, "site.open", {}, true],
    [superAdmin, "resource.release", { siteId: 1 }, false],
    [{ kind: "system", job: "schedule" } as const, "resource.release", { siteId: 1 }, true],
    [{ kind: "system", job: "schedule" } as const, "account.manage", {}, false],
  ] as const)("case %#", (actor, action, target, expected) => {
    expect(can(actor, action, target)).toBe(expected);
  });
});
