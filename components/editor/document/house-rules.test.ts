import type { SerializedLexicalNode } from "lexical";
import { $getRoot, $parseSerializedNode, createEditor } from "lexical";
import { expect, test } from "vitest";
import {
  anchor,
  callout,
  footnote,
  heading,
  link,
  paragraph,
  quoteOfBlocks,
  table,
  tableCell,
  tableRow,
  textRun,
} from "#lib/richtext/build.ts";
import { EDITOR_NODES } from "../nodes/editor-nodes.ts";
import { registerHouseRules } from "./house-rules.ts";
import { tidyDocument } from "./tidy-document.ts";

/** What stands on the screen after these nodes came in, before anything is tidied for the server. */
function onScreen(...nodes: object[]): unknown {
  const editor = createEditor({
    nodes: EDITOR_NODES,
    onError: (error) => {
      throw error;
    },
  });
  registerHouseRules(editor);
  const add = () => {
    $getRoot().append(...nodes.map((node) => $parseSerializedNode(node as SerializedLexicalNode)));
  };
  editor.update(add, { discrete: true });
  return JSON.parse(JSON.stringify(editor.getEditorState()));
}

const cellTable = table([tableRow([tableCell([paragraph([textRun("内")])])])]);

test.each<[string, object[], object[]]>([
  [
    "colours, highlights and code",
    [paragraph([{ ...textRun("字", 1 | 16 | 128), style: "color: red" } as never])],
    [{ children: [{ text: "字", format: 1, style: "" }] }],
  ],
  ["a first-level heading", [{ ...heading("h2", []), tag: "h1" }], [{ tag: "h2" }]],
  [
    "a link to a script",
    [paragraph([link("javascript:alert(1)", [textRun("字")])])],
    [{ children: [{ type: "text", text: "字" }] }],
  ],
  [
    "the width of a cell",
    [
      table([
        tableRow([{ ...tableCell([paragraph([])]), width: 90, backgroundColor: "red" } as never]),
      ]),
    ],
    [{ children: [{ children: [{ backgroundColor: null }] }] }],
  ],
  [
    "a table in a cell",
    [table([tableRow([tableCell([cellTable as never])])])],
    [{ children: [{ children: [{ children: [{ type: "paragraph" }] }] }] }],
  ],
  [
    "a table in a quote, which comes after it",
    [quoteOfBlocks([paragraph([textRun("引")]), cellTable as never])],
    [{ type: "quote", children: [{ type: "paragraph" }] }, { type: "table" }],
  ],
  [
    "a quote in a callout",
    [callout("tip", [quoteOfBlocks([paragraph([textRun("引")])]) as never])],
    [{ type: "callout", children: [{ type: "paragraph" }] }],
  ],
  [
    "a callout in a callout",
    [callout("tip", [callout("note", [paragraph([textRun("内")])]) as never])],
    [{ type: "callout", kind: "tip", children: [{ type: "paragraph" }] }],
  ],
  [
    "a callout in a cell",
    [table([tableRow([tableCell([callout("note", [paragraph([textRun("内")])]) as never])])])],
    [{ children: [{ children: [{ children: [{ type: "paragraph" }] }] }] }],
  ],
  [
    "a note in a link, which comes after it",
    [paragraph([link("/a", [textRun("字"), footnote("注") as never])])],
    [{ children: [{ type: "link" }, { type: "footnote", text: "注" }] }],
  ],
  [
    "an anchor in a link, which comes before it",
    [paragraph([link("/a", [textRun("字"), anchor("sec2") as never])])],
    [{ children: [{ type: "anchor", name: "sec2" }, { type: "link" }] }],
  ],
  [
    "a note that says nothing",
    [paragraph([textRun("字"), footnote(" ")])],
    [{ children: [{ text: "字" }] }],
  ],
  [
    "characters a database refuses",
    [paragraph([textRun("a\u0000b")])],
    [{ children: [{ text: "ab" }] }],
  ],
])("the screen never shows %s", (_, nodes, expected) => {
  const state = onScreen(...nodes);
  expect(state).toMatchObject({ root: { children: expected } });
  expect(tidyDocument(state)).toMatchObject({ root: { children: expected } });
});
