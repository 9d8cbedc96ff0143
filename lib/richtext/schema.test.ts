import type { SerializedEditorState, SerializedTabNode, SerializedTextNode } from "lexical";
import { createEditor } from "lexical";
import { describe, expect, expectTypeOf, test } from "vitest";
import {
  heading,
  image,
  lineBreak,
  link,
  list,
  listItem,
  paragraph,
  quoteOfBlocks,
  quoteOfWords,
  richText,
  table,
  tableCell,
  tableRow,
  textRun,
} from "./build.ts";
import { MAX_DEPTH, MAX_NODES, MAX_TEXT_BYTES } from "./limits.ts";
import type { Tab, TextRun } from "./nodes.ts";
import type { DocumentProblemCode, RichTextDocument } from "./schema.ts";
import { parseDocument } from "./schema.ts";
import written from "./testing/lexical-0-52.json" with { type: "json" };

const around = (...children: unknown[]) => ({
  root: { type: "root", version: 1, direction: null, format: "", indent: 0, children },
});
const codes = (value: unknown): DocumentProblemCode[] => {
  const parsed = parseDocument(value);
  return parsed.ok ? [] : parsed.problems.map(({ code }) => code);
};

describe("what lexical 0.52 writes", () => {
  test("is accepted, for every node a document may hold", () => {
    expect(parseDocument(written)).toEqual({ ok: true, document: written });
  });

  test("is accepted before it went through JSON, with its undefined fields", () => {
    const cell = { ...tableCell([]), width: undefined, verticalAlign: undefined };
    const item = { ...listItem([]), checked: undefined };
    expect(codes(around(table([tableRow([cell])]), list("bullet", [item])))).toEqual([]);
  });

  test("is what we build: lexical reads it and writes the same", () => {
    const words = [textRun("一"), lineBreak(), textRun("二", 3)];
    const document = richText([paragraph(words, "center"), paragraph([])]);
    const state = createEditor().parseEditorState(JSON.stringify(document));
    expect(JSON.parse(JSON.stringify(state))).toEqual(document);
  });

  test("has our types", () => {
    expectTypeOf<TextRun>().toExtend<SerializedTextNode>();
    expectTypeOf<Tab>().toExtend<SerializedTabNode>();
    expectTypeOf<RichTextDocument>().toExtend<SerializedEditorState>();
  });
});

describe("a document is refused when", () => {
  const words = [textRun("字")];

  test.each<[string, DocumentProblemCode, unknown]>([
    ["it is not one", "not-a-document", "text"],
    ["it is empty", "not-a-document", null],
    ["it has no root", "not-a-document", { root: [] }],
    ["a node is not known", "unknown-node", around({ type: "iframe", version: 1 })],
    ["a node has no type", "unknown-node", around({ version: 1 })],
    ["a node is only text", "unknown-node", around("text")],
    ["words stand where blocks belong", "misplaced-node", around(textRun("字"))],
    [
      "a link holds a link",
      "misplaced-node",
      around(paragraph([link("/", [link("/", []) as never])])),
    ],
    [
      "a table stands in a cell",
      "misplaced-node",
      around(table([tableRow([tableCell([table([]) as never])])])),
    ],
    [
      "a quote of words holds a block",
      "misplaced-node",
      around({ ...quoteOfWords([]), children: [paragraph([])] }),
    ],
    [
      "a quote of blocks holds words",
      "misplaced-node",
      around({ ...quoteOfBlocks([]), children: words }),
    ],
    [
      "a field is not known",
      "unknown-attribute",
      around({ ...paragraph([]), onclick: "alert(1)" }),
    ],
    [
      "the prototype is a field",
      "unknown-attribute",
      JSON.parse('{"root":{"__proto__":{}},"x":1}'),
    ],
    ["a heading is h1", "bad-heading-level", around({ ...heading("h2", words), tag: "h1" })],
    ["a link is a script", "bad-address", around(paragraph([link("javascript:alert(1)", [])]))],
    [
      "a link cannot be parsed",
      "bad-address",
      around(paragraph([link("javascript://x:99999/%0aalert(1)", [])])),
    ],
    ["a picture is inline data", "bad-address", around(image({ src: "data:image/png;base64,AA" }))],
    ["a picture has two sources", "bad-attribute", around(image({ src: "/1.png", assetId: 1 }))],
    ["a picture has no source", "bad-attribute", around(image({ src: null }))],
    [
      "text has a colour",
      "unwanted-style",
      around(paragraph([{ ...textRun("字"), style: "color:red" as never }])),
    ],
    [
      "a cell has a colour",
      "unwanted-style",
      around(table([tableRow([{ ...tableCell([]), backgroundColor: "red" as never }])])),
    ],
    [
      "a cell has a width",
      "bad-attribute",
      around(table([tableRow([{ ...tableCell([]), width: 100 as never }])])),
    ],
    ["text is code or highlighted", "bad-attribute", around(paragraph([textRun("字", 16)]))],
    ["text holds a NUL", "forbidden-character", around(paragraph([textRun("a\u0000b")]))],
    [
      "text holds half a surrogate pair",
      "forbidden-character",
      around(paragraph([textRun("a\ud83d")])),
    ],
    ["an indent is out of bounds", "bad-attribute", around({ ...paragraph([]), indent: 9 })],
    [
      "an alignment is invented",
      "bad-attribute",
      around({ ...paragraph([]), format: 'x" onclick="' }),
    ],
    ["a version is not 1", "bad-attribute", around({ ...paragraph([]), version: 2 })],
    [
      "a span is no number",
      "bad-attribute",
      around(table([tableRow([tableCell([], { colSpan: 1.5 })])])),
    ],
    [
      "a list is a check list",
      "bad-attribute",
      around({ ...list("bullet", []), listType: "check" }),
    ],
    [
      "a table is too wide",
      "table-too-wide",
      around(table([tableRow(Array.from({ length: 101 }, () => tableCell([])))])),
    ],
  ])("%s", (_, code, value) => {
    expect(codes(value)).toContain(code);
  });

  test("it nests deeper than the bound, however deep", () => {
    let nested = listItem([]);
    for (let depth = 0; depth < 100_000; depth += 1) nested = listItem([list("bullet", [nested])]);
    expect(codes(around(list("bullet", [nested])))).toEqual(["too-deep"]);
  });

  test("it has more nodes than the bound, and not one fewer", () => {
    const paragraphs = Array.from({ length: MAX_NODES - 1 }, () => paragraph([]));
    expect(codes(richText(paragraphs))).toEqual([]);
    expect(codes(richText([...paragraphs, paragraph([])]))).toEqual(["too-many-nodes"]);
  });

  test("it has more text than the bound, counted in bytes", () => {
    const text = "字".repeat(MAX_TEXT_BYTES / 3);
    expect(codes(richText([paragraph([textRun(text)])]))).toEqual([]);
    expect(codes(richText([paragraph([textRun(`${text}字`)])]))).toEqual(["too-much-text"]);
  });
});

describe("a problem", () => {
  test("says where it is", () => {
    const parsed = parseDocument(around(paragraph([]), paragraph([link("//x", [])])));
    expect(parsed).toEqual({
      ok: false,
      problems: [{ code: "bad-address", path: ["root", "children", 1, "children", 0, "url"] }],
    });
  });

  test("names the field that is not known", () => {
    const parsed = parseDocument(around({ ...paragraph([]), style: "" }));
    expect(parsed).toMatchObject({ problems: [{ path: ["root", "children", 0, "style"] }] });
  });

  test("does not hide the others, up to a hundred", () => {
    const bad = paragraph([link("javascript:x", [])]);
    expect(codes(around(bad, bad))).toEqual(["bad-address", "bad-address"]);
    expect(codes(around(...Array.from({ length: 500 }, () => bad)))).toHaveLength(100);
  });
});

test("the deepest list the editor can indent still passes", () => {
  let nested = listItem([textRun("字")]);
  for (let depth = 0; depth < 8; depth += 1) nested = listItem([list("bullet", [nested])]);
  expect(MAX_DEPTH).toBe(40);
  expect(codes(around(list("bullet", [nested])))).toEqual([]);
});
