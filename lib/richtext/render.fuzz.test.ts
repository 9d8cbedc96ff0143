import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderHtml } from "./render.ts";
import { parseDocument } from "./schema.ts";
import { anyDocument } from "./testing/any-document.ts";
import { dangers, elementsOf } from "./testing/danger.ts";
import { visibleText } from "./testing/visible-text.ts";
import { plainText } from "./text.ts";

const options = { variant: "std", tableLabel: "表格" } as const;
/** A page that finds every file and says something of its own. */
const furnished = {
  ...options,
  assetPicture: () => ({ src: "/files/a.png", width: 3, height: 2 }),
  assetFile: (assetId: number) => ({
    href: `/files/${"a".repeat(64)}.${assetId === 8 ? "mp4" : "pdf"}`,
    extension: assetId === 8 ? "mp4" : "pdf",
    sizeBytes: 2_048,
  }),
  say: (key: string, values: object = {}) => `${key} ${Object.values(values).join(" ")} "<b>`,
};
const RUNS = { numRuns: 1_000, seed: 20_261_120 };

describe("whatever the document", () => {
  test("it passes the schema as it is", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(parseDocument(document)).toEqual({ ok: true, document });
      }),
      RUNS,
    );
  });

  test("the page has our tags and attributes only", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(dangers(renderHtml(document, options))).toEqual([]);
        expect(dangers(renderHtml(document, furnished))).toEqual([]);
      }),
      RUNS,
    );
  });

  test("every id is there once, marks and notes lead to each other, and no link within leads nowhere", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const elements = elementsOf(renderHtml(document, furnished));
        const valuesOf = (wanted: string) =>
          elements.flatMap(({ attrs }) =>
            attrs.flatMap(({ name, value }) => (name === wanted ? [value] : [])),
          );
        const ids = valuesOf("id");
        const leads = valuesOf("href").filter((href) => href.startsWith("#"));
        const isNote = (name: string) => name.startsWith("note-");
        const goals = leads.map((href) => decodeURIComponent(href.slice(1)));
        expect(new Set(ids).size).toBe(ids.length);
        expect(goals.filter(isNote).sort()).toEqual(ids.filter(isNote).sort());
        expect(goals.filter((goal) => !ids.includes(goal))).toEqual([]);
      }),
      RUNS,
    );
  });

  test("the page shows the plain text, no more and no less", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const shown = visibleText(renderHtml(document, options));
        expect(shown).toBe(plainText(document).replace(/[\s\u200b]+/g, ""));
      }),
      RUNS,
    );
  });

  test("headings begin at h2 and never skip a level", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const tags = elementsOf(renderHtml(document, options)).map(({ tagName }) => tagName);
        const levels = tags
          .filter((tag) => /^h[1-6]$/.test(tag))
          .map((tag) => Number(tag.slice(1)));
        const jumps = levels.map((level, index) => level - (levels[index - 1] ?? 1));
        expect(levels.every((level) => level >= 2)).toBe(true);
        expect(jumps.every((jump) => jump <= 1)).toBe(true);
      }),
      RUNS,
    );
  });
});
