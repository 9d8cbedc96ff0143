/** Real documents and real attacks. They may not be copied here, so this runs where they are. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { fromHtml } from "./from-html.ts";
import { renderHtml } from "./render.ts";
import { parseDocument } from "./schema.ts";
import { dangers } from "./testing/danger.ts";
import { lostCharacters, missingInOrder, visibleText } from "./testing/visible-text.ts";
import { plainText } from "./text.ts";

const DATA = join(import.meta.dirname, "../../../shared/data");
const options = { variant: "std", tableLabel: "表格" } as const;

const read = (path: string) => readFileSync(join(DATA, path));
const bodiesOf = (set: string): string[] =>
  gunzipSync(read(`${set}/dev.jsonl.gz`))
    .toString()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).body_html);

describe.each([
  ["laws", 634],
  ["policy_govcn", 38],
  ["city_reports", 48],
  ["news_xwlb", 2400],
])("the %s", (set, count) => {
  const bodies = bodiesOf(set);
  const documents = bodies.map((html) => fromHtml(html));

  test("are all there, and pass the schema", () => {
    expect(documents).toHaveLength(count);
    const refused = documents.filter(({ document }) => !parseDocument(document).ok);
    expect(refused).toEqual([]);
  });

  test("keep every visible character, in order, in the document and on the page", () => {
    for (const [index, html] of bodies.entries()) {
      const wanted = visibleText(html);
      const document = documents[index]?.document;
      if (!document) throw new Error("one document for each body");
      const text = plainText(document).replace(/\s+/g, "");
      const page = visibleText(renderHtml(document, options));
      for (const got of [text, page]) {
        expect(lostCharacters(wanted, got)).toBe(0);
        expect(missingInOrder(wanted, got)).toBe(0);
      }
    }
  });

  test("render to nothing but our own tags", () => {
    for (const { document } of documents) {
      expect(dangers(renderHtml(document, options))).toEqual([]);
    }
  });
});

describe("hostile HTML", () => {
  const fixtures: { payload: string }[] = JSON.parse(
    read("badinput/dev/sanitizer_fixtures.json").toString(),
  );
  const linesOf = (name: string) => read(`badinput/dev/${name}`).toString().split("\n");
  const payloads = [
    ...fixtures.map(({ payload }) => payload),
    ...linesOf("xss_jhaddix.txt"),
    ...linesOf("xss_rsnake.txt"),
    ...linesOf("blns.txt"),
  ].filter((payload) => payload.trim() !== "");

  test("is worth testing", () => {
    expect(payloads.length).toBeGreaterThan(800);
  });

  test.each([
    ["as it is", (payload: string) => payload],
    ["inside a table cell", (payload: string) => `<table><tr><td>${payload}</td></tr></table>`],
    ["in an attribute", (payload: string) => `<a href="${payload}">x</a><img src="${payload}">`],
    ["in an unquoted one", (payload: string) => `<p style=${payload} class=${payload}>x`],
    ["inside math", (payload: string) => `<math><mtext>${payload}`],
    ["inside a comment", (payload: string) => `<!-- ${payload} -->`],
  ])("cannot act on our page: %s", (_, wrap) => {
    for (const payload of payloads) {
      const { document } = fromHtml(wrap(payload));
      expect(parseDocument(document)).toMatchObject({ ok: true });
      expect(dangers(renderHtml(document, options))).toEqual([]);
    }
  });
});
