import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fieldProblems } from "#lib/field-problems.ts";
import { cleanText, isBlank } from "#lib/richtext/characters.ts";
import { fromHtml } from "#lib/richtext/from-html.ts";
import { plainText } from "#lib/richtext/text.ts";
import { draftInput } from "#modules/resources/drafts/schema.ts";

const folder = join(import.meta.dirname, "../../../../shared/data/badinput/dev");
const lines = (name: string) => readFileSync(join(folder, name), "utf8").split("\n");
const LISTS = [
  "xss_rsnake.txt",
  "xss_jhaddix.txt",
  "sql_generic.txt",
  "csv_formula.txt",
  "crlf.txt",
];
const STRINGS = [
  ...(JSON.parse(readFileSync(join(folder, "blns.json"), "utf8")) as string[]),
  ...LISTS.flatMap(lines),
];
/** Fields of one line and the most characters each takes. */
const FIELDS = { title: 200, subtitle: 200, summary: 500, author: 60, source: 300 };

const BLANKS = /[\s\u200b]+/g;

const escapeHtml = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const sent = (more: Record<string, unknown>) => ({
  revision: 0,
  title: "",
  subtitle: null,
  summary: null,
  author: null,
  source: "",
  body: fromHtml("").document,
  metadata: {},
  columnIds: [1],
  tags: [],
  attachments: [],
  ...more,
});

test("the lists are there", () => {
  expect(STRINGS.length).toBeGreaterThan(800);
});

for (const [field, most] of Object.entries(FIELDS))
  test(`every hostile string comes through ${field} as it is, or is refused by the field's name`, () => {
    for (const text of STRINGS) {
      const read = draftInput.safeParse(sent({ [field]: text }));
      if (!read.success) {
        const named = new Set(fieldProblems(read.error).map((problem) => problem.field));
        expect([...named]).toEqual([field]);
        expect(text.trim().length > most || cleanText(text) !== text, text).toBe(true);
        continue;
      }
      const kept = read.data[field as keyof typeof FIELDS] ?? "";
      expect(kept).toBe(text.trim());
    }
  });

test("every hostile string in a text is words of the text", () => {
  for (const text of STRINGS) {
    const { document } = fromHtml(`<p>${escapeHtml(text)}</p>`);
    const read = draftInput.safeParse(sent({ body: document }));
    expect(read.success, text).toBe(true);
    // White space folds, and a space of no width with it.
    const words = plainText(document).replace(BLANKS, "");
    const shown = cleanText(text).replace(BLANKS, "");
    // Where a reader would see nothing there is nothing to keep.
    expect(words).toBe(isBlank(shown) ? "" : shown);
  }
});
