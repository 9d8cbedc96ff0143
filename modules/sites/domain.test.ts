import { expect, test } from "vitest";
import { SITE_STATES } from "#db/enums/sites.ts";
import { SITE_MOVES, stateProblems } from "#modules/sites/domain.ts";

const words = { notice: "整合迁移", successor: "https://www.new.gov.cn" };

test("every move of the table is allowed and every other refused", () => {
  for (const from of SITE_STATES) {
    for (const state of SITE_STATES) {
      const problems = stateProblems(from, { state, ...words });
      expect(problems.includes("move-not-allowed")).toBe(!SITE_MOVES[from].includes(state));
    }
  }
});

test("a closing site says why, a moving site says where", () => {
  const bare = { notice: null, successor: null };
  expect(stateProblems("online", { state: "closed", ...bare })).toEqual(["notice-missing"]);
  expect(stateProblems("online", { state: "moved", ...bare })).toEqual(["successor-missing"]);
  expect(stateProblems("online", { state: "suspended", ...bare })).toEqual(["notice-missing"]);
});
