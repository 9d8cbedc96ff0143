import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EDITION_STATES, PLACEMENT_STATES, RESOURCE_STATES } from "#db/enums/resources.ts";
import { fromHtml } from "#lib/richtext/from-html.ts";
import type { HashedContent, Releasable } from "#modules/resources/domain.ts";
import {
  archiveProblems,
  articlePath,
  becomesLive,
  canonicalJson,
  contentHash,
  EDITION_MOVES,
  PLACEMENT_MOVES,
  pinnedHash,
  placesToOpen,
  publicationMoment,
  RESOURCE_MOVES,
  releaseProblems,
} from "#modules/resources/domain.ts";

const ready: Releasable = {
  isArchived: false,
  edition: { state: "approved", title: "关于供暖的通知", hasText: true, hasSource: true },
  needsBody: true,
  placements: ["accepted"],
};
const content: HashedContent = {
  title: "题",
  subtitle: null,
  summary: null,
  author: null,
  source: "市政府办公室",
  body: { root: { b: 1, a: 2 } },
  metadata: { docNo: null },
  attachments: [],
};

describe("release", () => {
  test("an approved edition with a source and a place goes", () => {
    expect(releaseProblems(ready, { releaseDirectly: false })).toEqual([]);
  });
  test("a draft goes only by whoever may release directly", () => {
    const draft = {
      ...ready,
      edition: { state: "draft" as const, title: "题", hasText: true, hasSource: true },
    };
    expect(releaseProblems(draft, { releaseDirectly: false })).toEqual(["not-approved"]);
    expect(releaseProblems(draft, { releaseDirectly: true })).toEqual([]);
  });
  test("in review or returned does not go, whoever asks", () => {
    for (const state of ["in_review", "returned"] as const) {
      const edition = { state, title: "题", hasText: true, hasSource: true };
      expect(releaseProblems({ ...ready, edition }, { releaseDirectly: true })).toEqual([
        "not-approved",
      ]);
    }
  });
  test("what is archived is given no new words", () => {
    const archived = { ...ready, isArchived: true };
    expect(releaseProblems(archived, { releaseDirectly: true })).toEqual(["archived"]);
  });
  test("all reasons are told at once", () => {
    const bare: Releasable = {
      isArchived: false,
      edition: { state: "draft", title: " ", hasText: false, hasSource: false },
      needsBody: true,
      placements: ["refused"],
    };
    expect(releaseProblems(bare, { releaseDirectly: false })).toEqual([
      "not-approved",
      "title-missing",
      "body-missing",
      "source-missing",
      "placement-missing",
    ]);
    expect(releaseProblems({ ...bare, edition: null }, { releaseDirectly: true })).toEqual([
      "nothing-to-release",
    ]);
  });
});

test("what readers see is archived, and taken back, once", () => {
  const problems = (
    state: (typeof RESOURCE_STATES)[number],
    to: "archived" | "active",
    isLive = true,
  ) => archiveProblems({ state, to, isLive });
  expect(problems("active", "archived")).toEqual([]);
  expect(problems("active", "archived", false)).toEqual(["nothing-live"]);
  expect(problems("archived", "archived")).toEqual(["archived-already"]);
  expect(problems("archived", "active", false)).toEqual([]);
  expect(problems("active", "active")).toEqual(["not-archived"]);
  for (const state of ["deleted", "destroyed"] as const)
    expect([problems(state, "archived"), problems(state, "active")]).toEqual([
      ["not-in-use"],
      ["not-in-use"],
    ]);
});

test("no state leads to itself, and released text is only ever superseded", () => {
  for (const state of EDITION_STATES) expect(EDITION_MOVES[state]).not.toContain(state);
  for (const state of PLACEMENT_STATES) expect(PLACEMENT_MOVES[state]).not.toContain(state);
  for (const state of RESOURCE_STATES) expect(RESOURCE_MOVES[state]).not.toContain(state);
  expect(EDITION_MOVES.released).toEqual(["superseded"]);
});

test("a refused or moved placement never comes live", () => {
  expect(PLACEMENT_STATES.filter(becomesLive)).toEqual([
    "accepted",
    "scheduled",
    "withdrawn",
    "expired",
  ]);
});

test("an address carries the month of Asia/Shanghai", () => {
  expect(articlePath("zwdt/tzgg", new Date("2026-10-31T16:30:00Z"), 7)).toBe(
    "/zwdt/tzgg/202611/7.html",
  );
});

test("a date without time is midnight in Asia/Shanghai", () => {
  expect(publicationMoment("2024-08-22")?.toISOString()).toBe("2024-08-21T16:00:00.000Z");
  expect(publicationMoment(null)).toBeNull();
});

test("the hash does not see the order of keys, and sees every word", () => {
  const hash = (given: HashedContent) => contentHash(given).toString("hex");
  expect(hash({ ...content, body: { root: { a: 2, b: 1 } } })).toBe(hash(content));
  expect(hash({ ...content, author: "" })).not.toBe(hash(content));
  expect(hash({ ...content, body: { root: { a: 2, b: 2 } } })).not.toBe(hash(content));
});

test("the hash is that of the content as JSON with its keys in order", () => {
  const ordered = (_: string, value: unknown): unknown =>
    typeof value !== "object" || value === null || Array.isArray(value)
      ? value
      : Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  const attachments = [{ sha256: "aa", role: "image", position: 0, title: "图" }];
  fc.assert(
    fc.property(fc.jsonValue(), (body) => {
      const given = { ...content, attachments, body, metadata: { z: body, a: "1" } };
      expect(canonicalJson(body)).toBe(JSON.stringify(body, ordered));
      expect(contentHash(given)).toEqual(
        createHash("sha256").update(JSON.stringify(given, ordered)).digest(),
      );
    }),
  );
});

test("what an import makes of HTML has its keys in order already", () => {
  const html =
    '<h2>题</h2><p align="center">一<a href="http://a.cn/">二</a><br>三</p><ol><li>四<ul><li>五</ul></ol>' +
    '<blockquote><p>六</blockquote><table><tr><th>七<td colspan="2">八</table><img src="http://a.cn/1.png" alt="九"><hr>';
  const { document } = fromHtml(html);
  expect(document.root.children.length).toBeGreaterThan(5);
  expect(JSON.stringify(document)).toBe(canonicalJson(document));
});

test("new words do not bring back a place that was withdrawn while others are shown", () => {
  expect(placesToOpen(["live", "withdrawn"], true)).not.toContain("withdrawn");
  expect(placesToOpen(["withdrawn"], true)).toContain("withdrawn");
  expect(placesToOpen(["live", "withdrawn"], false)).toContain("withdrawn");
});

test("an approval holds for these words in these columns only", () => {
  const words = Buffer.from("a");
  expect(pinnedHash(words, [2, 1, 2])).toEqual(pinnedHash(words, [1, 2]));
  expect(pinnedHash(words, [1])).not.toEqual(pinnedHash(words, [1, 2]));
  expect(pinnedHash(Buffer.from("b"), [1])).not.toEqual(pinnedHash(words, [1]));
});

test("what was approved goes only as it was approved", () => {
  const edition = {
    state: "approved" as const,
    title: "题",
    hasText: true,
    hasSource: true,
    isAsApproved: false,
  };
  expect(releaseProblems({ ...ready, edition }, { releaseDirectly: true })).toEqual([
    "changed-since-approval",
  ]);
});
