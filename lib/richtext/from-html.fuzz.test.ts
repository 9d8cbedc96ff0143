import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromHtml } from "./from-html.ts";
import { renderHtml } from "./render.ts";
import { parseDocument } from "./schema.ts";
import { dangers } from "./testing/danger.ts";
import { htmlSoup } from "./testing/html-soup.ts";
import { lostCharacters, missingInOrder, visibleText } from "./testing/visible-text.ts";

const options = { variant: "std", tableLabel: "表格" } as const;

// One seed, so that a red run is about the change and not about luck; other seeds are for exploring.
const RUNS = { numRuns: 2_000, seed: 20_261_120 };

const render = (html: string) => renderHtml(fromHtml(html).document, options);
// Alignment is a class of ours on the way out; nobody else's classes are read on the way in.
const withoutClasses = (html: string) => html.replace(/ class="[^"]*"/g, "");

describe("whatever the HTML", () => {
  test("the imported document passes the schema", () => {
    fc.assert(
      fc.property(htmlSoup, (html) => {
        expect(parseDocument(fromHtml(html).document)).toMatchObject({ ok: true });
      }),
      RUNS,
    );
  });

  test("what is rendered from it cannot run anything", () => {
    fc.assert(
      fc.property(htmlSoup, (html) => {
        const rendered = render(html);
        expect(dangers(rendered)).toEqual([]);
        expect(rendered).not.toMatch(/<script|<[^>]*\son\w+=|="\s*javascript:/i);
      }),
      RUNS,
    );
  });

  test("every visible word survives to the page, in order", () => {
    fc.assert(
      fc.property(htmlSoup, (html) => {
        const rendered = render(html);
        const [wanted, got] = [visibleText(html), visibleText(rendered)];
        expect(lostCharacters(wanted, got)).toBe(0);
        // A caption is read before its table, wherever it was written.
        if (!html.includes("<caption")) expect(missingInOrder(wanted, got)).toBe(0);
      }),
      RUNS,
    );
  });

  test("importing what was rendered gives the same structure again", () => {
    fc.assert(
      fc.property(htmlSoup, (html) => {
        const once = render(html);
        expect(withoutClasses(render(once))).toBe(withoutClasses(once));
      }),
      RUNS,
    );
  });
});
