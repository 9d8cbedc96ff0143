import fc from "fast-check";
import { createEditor } from "lexical";
import { describe, expect, test } from "vitest";
import { FORMAT_BITS } from "#lib/richtext/node-fields.ts";
import { parseDocument } from "#lib/richtext/schema.ts";
import { anyDocument } from "#lib/richtext/testing/any-document.ts";
import written from "#lib/richtext/testing/lexical-0-52.json" with { type: "json" };
import { EDITOR_NODES } from "../nodes/editor-nodes.ts";
import { ALLOWED_FORMATS } from "./fields.ts";
import { tidyDocument } from "./tidy-document.ts";

const NODE_TYPES = [
  ..."text tab linebreak link footnote anchor paragraph heading quote list listitem image".split(
    " ",
  ),
  ..."video attachment callout horizontalrule table tablerow tablecell code autolink".split(" "),
];
/** Lexical-like trees in which anything may stand anywhere. */
const { node: anyNode } = fc.letrec<{ node: object }>((tie) => ({
  node: fc.record(
    {
      type: fc.constantFrom(...NODE_TYPES),
      children: fc.array(tie("node"), { maxLength: 3, depthIdentifier: "deep" }),
      text: fc.oneof(fc.string({ unit: "binary" }), fc.constant("\ud800\u0000字")),
      format: fc.oneof(fc.integer(), fc.constantFrom("center", "evil")),
      name: fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("sec2", " 第 二 ", "")),
      style: fc.constantFrom("", "color: red"),
      mode: fc.constantFrom("normal", "token"),
      detail: fc.integer(),
      indent: fc.oneof(fc.integer(), fc.double()),
      tag: fc.constantFrom("h1", "h2", "h6", "ul", "x"),
      listType: fc.constantFrom("bullet", "number", "check"),
      start: fc.integer(),
      value: fc.double(),
      checked: fc.boolean(),
      url: fc.constantFrom("https://www.gov.cn/", "javascript:alert(1)", "//x", ""),
      rel: fc.constantFrom(null, "noopener", "X!"),
      target: fc.constantFrom(null, "_blank", "_top"),
      title: fc.string(),
      shadowRoot: fc.boolean(),
      colSpan: fc.oneof(fc.constantFrom(1, 2, 99), fc.integer()),
      rowSpan: fc.oneof(fc.constantFrom(1, 2, 99), fc.integer()),
      headerState: fc.integer({ min: -1, max: 5 }),
      backgroundColor: fc.constantFrom(null, "red"),
      width: fc.oneof(fc.constant(undefined), fc.double()),
      height: fc.integer(),
      verticalAlign: fc.constantFrom(undefined, "middle"),
      colWidths: fc.constantFrom(undefined, [10, 20]),
      src: fc.constantFrom(null, "/a.png", "data:x", "https://a.gov.cn/b.png"),
      assetId: fc.constantFrom(null, 1, -1, 1.5),
      posterId: fc.constantFrom(null, 2, "2", -1),
      kind: fc.constantFrom("tip", "warning", "evil", null),
      alt: fc.string({ unit: "binary", maxLength: 1_200 }),
      caption: fc.string(),
      textFormat: fc.integer(),
      textStyle: fc.constantFrom("", "color: red"),
      direction: fc.constantFrom(null, "ltr", "up"),
      version: fc.integer(),
    },
    { requiredKeys: ["type"] },
  ),
}));

/** Lexical has no indent of an item but its depth, which the random documents do not know. */
function withDepths(value: unknown, depth = -1): unknown {
  if (Array.isArray(value)) return value.map((one) => withDepths(one, depth));
  if (typeof value !== "object" || value === null) return value;
  const node = value as { type?: string; children?: unknown[] };
  if (!node.children) return node;
  const children = withDepths(node.children, node.type === "list" ? depth + 1 : depth);
  return { ...node, children, ...(node.type === "listitem" && { indent: Math.min(depth, 8) }) };
}

const throughLexical = (document: unknown): unknown => {
  const editor = createEditor({ nodes: EDITOR_NODES });
  return JSON.parse(JSON.stringify(editor.parseEditorState(JSON.stringify(document))));
};

test("the formats are those of lib/richtext", () => {
  expect(ALLOWED_FORMATS).toBe(Object.values(FORMAT_BITS).reduce((all, bit) => all | bit, 0));
});

describe("a document that Lexical read", () => {
  test("is written again unchanged, for every node it may hold", () => {
    expect(tidyDocument(throughLexical(written))).toEqual(written);
  });

  test("is written again unchanged, whatever an editor may have made of it", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        fc.pre(document.root.children.length > 0);
        expect(tidyDocument(throughLexical(document))).toEqual({
          root: withDepths(document.root),
        });
      }),
    );
  });
});

describe("what comes out passes the server's door", () => {
  test("whatever went in", () => {
    fc.assert(
      fc.property(fc.array(anyNode, { maxLength: 6 }), (children) => {
        const parsed = parseDocument(tidyDocument({ root: { type: "root", children } }));
        expect(parsed.ok ? [] : parsed.problems).toEqual([]);
      }),
    );
  });

  test("even when it was no document at all", () => {
    for (const value of [null, 1, "x", [], {}, { root: [] }]) {
      expect(parseDocument(tidyDocument(value)).ok).toBe(true);
    }
  });
});
