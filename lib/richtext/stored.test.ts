import fc from "fast-check";
import { expect, test } from "vitest";
import { paragraph, richText, textRun } from "./build.ts";
import { parseDocument } from "./schema.ts";
import { fullDocument, storedDocument } from "./stored.ts";
import { anyDocument } from "./testing/any-document.ts";
import written from "./testing/lexical-0-52.json" with { type: "json" };

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test("whatever the document, it is read as it was written", () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      expect(fullDocument(throughJson(storedDocument(document)))).toEqual(throughJson(document));
    }),
    { numRuns: 1_000, seed: 20_261_130 },
  );
});

test("what Lexical wrote is read as it was written, and is held in less than two thirds", () => {
  const parsed = parseDocument(written);
  const stored = parsed.ok ? storedDocument(parsed.document) : null;
  expect(fullDocument(throughJson(stored))).toEqual(written);
  expect(JSON.stringify(stored).length).toBeLessThan((JSON.stringify(written).length * 2) / 3);
});

test("a document that was held whole, as before, is read as it is", () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      expect(fullDocument(throughJson(document))).toEqual(throughJson(document));
    }),
  );
});

test("words that are called like a usual value stay", () => {
  const document = richText([paragraph([textRun("normal"), textRun("", 1)])]);
  expect(fullDocument(throughJson(storedDocument(document)))).toEqual(throughJson(document));
});

test.each([
  null,
  [],
  "",
  1,
  {},
  { root: null },
  { root: [] },
  { root: { type: "root", children: [null, 1, { type: "constructor" }, { type: "__proto__" }] } },
])("a damaged row is no document, and no error: %j", (damaged) => {
  expect(parseDocument(fullDocument(damaged)).ok).toBe(false);
});

test("a row that is nested without end is refused, not followed", () => {
  let deep: unknown = { type: "text", text: "字" };
  for (let at = 0; at < 5_000; at += 1) deep = { type: "quote", children: [deep] };
  expect(parseDocument(fullDocument({ root: { type: "root", children: [deep] } }))).toEqual({
    ok: false,
    problems: [{ code: "too-deep", path: ["root"] }],
  });
});
