import { expect, test } from "vitest";
import { canUseFiles } from "#modules/media/policy.ts";

test("an author uses the files of their site and no other; a stranger none", () => {
  const author = {
    kind: "staff",
    accountId: 1,
    grants: [{ role: "author", scope: "column", siteId: 1, columnIds: [2] }],
  } as const;
  expect(canUseFiles(author, 1)).toBe(true);
  expect(canUseFiles(author, 2)).toBe(false);
  expect(canUseFiles({ kind: "staff", accountId: 2, grants: [] }, 1)).toBe(false);
});
