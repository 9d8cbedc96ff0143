import { expect, test } from "vitest";
import { droppedNotes } from "#modules/resources/commands/notes.ts";
import { importDocument } from "#modules/resources/schema.ts";
import { readReason } from "./domain.ts";

const text = (words: string) => ({ field: null, problem: "text", values: { text: words } });
const of = (field: string | null, problem: string, values = {}) => ({ field, problem, values });

test.each([
  [null, []],
  ["unchanged", [of(null, "unchanged")]],
  ["content differs: kept the stored edition", [of(null, "differs")]],
  ["same id earlier in this file", [of(null, "twice")]],
  ["another document has this id, with other content", [of(null, "taken")]],
  ["withdrawn here: not placed", [of(null, "withdrawn")]],
  ["not released here: not placed", [of(null, "unreleased")]],
  ["body: no text", [of("body", "no-text")]],
  ["source: missing", [of("source", "missing")]],
  ["meta.status: unknown word 大概有效", [of("meta-status", "unknown-word", { word: "大概有效" })]],
  ["meta.statusDate: not a day", [of("meta-statusDate", "not-a-day")]],
  ["第 3 行：不是 JSON not JSON", [text("第 3 行：不是 JSON")]],
  ["第 3 行：超过 8 MB longer than 8 MB", [text("第 3 行：超过 8 MB")]],
  [
    "2019/c.html：是符号链接，不跟随 a symbolic link is not followed",
    [text("2019/c.html：是符号链接，不跟随")],
  ],
  [
    "a/1.html：声明 utf-8，实际 gb18030，按实际读 read as gb18030; b.pdf：没有导入 not taken (file-kind)",
    [text("a/1.html：声明 utf-8，实际 gb18030，按实际读"), text("b.pdf：没有导入")],
  ],
  ...droppedNotes({ "over-limit": 7, "flattened-block": 2, "remote-image": 3, link: 1 }).map(
    (note): [string, ReturnType<typeof text>[]] => [note, [text(note.replace(/ [a-z].*$/, ""))]],
  ),
  [
    droppedNotes({ video: 1, object: 2, embed: 1, comment: 4, script: 1 }).join("; "),
    [text("正文里没有带入：视频 1、插件内容 3")],
  ],
  ["something nobody foresaw", [text("something nobody foresaw")]],
])("the reason %j is told as what it is", (reason, parts) => {
  expect(readReason(reason)).toEqual(parts);
});

test("what the schema of records complains of is read in all its forms", () => {
  const whole = { id: "1", type: "news", title: "题" };
  const complaintOf = (more: Record<string, unknown>) => {
    const { error } = importDocument.safeParse({ ...whole, ...more });
    const [issue] = error?.issues ?? [];
    return readReason(`${issue?.path.join(".")}: ${issue?.message}`);
  };
  expect(complaintOf({ title: "" })).toEqual([of("title", "missing")]);
  expect(complaintOf({ title: undefined })).toEqual([of("title", "missing")]);
  expect(complaintOf({ title: "题".repeat(201) })).toEqual([
    of("title", "too-long", { limit: "200" }),
  ]);
  expect(complaintOf({ title: 7 })).toEqual([of("title", "malformed")]);
  for (const date of ["昨天", "2019-02-30T01:00:00", "0001-01-01"])
    expect(complaintOf({ date })).toEqual([of("date", "malformed")]);
});
