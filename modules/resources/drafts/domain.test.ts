import { expect, test } from "vitest";
import { bodyFiles } from "#modules/resources/drafts/domain.ts";

test("pictures are found at any depth, each once, and nothing else is", () => {
  const picture = (assetId: number | null) => ({ type: "image", assetId, src: null });
  const cell = { type: "tablecell", children: [picture(7), { type: "paragraph", children: [] }] };
  const body = {
    root: {
      children: [
        picture(3),
        { type: "table", children: [{ children: [cell] }] },
        picture(3),
        picture(null),
        { type: "text", assetId: 9 },
      ],
    },
  };
  expect(bodyFiles(body)).toEqual([
    { assetId: 3, role: "image" },
    { assetId: 7, role: "image" },
  ]);
});

test("films, their pictures and attachments are files of a text too", () => {
  const film = { type: "video", assetId: 5, posterId: 6 };
  const bare = { type: "video", assetId: 8, posterId: null };
  const paper = { type: "attachment", assetId: 4 };
  expect(bodyFiles({ root: { children: [film, bare, { children: [paper, film] }] } })).toEqual([
    { assetId: 4, role: "embedded" },
    { assetId: 5, role: "embedded" },
    { assetId: 6, role: "image" },
    { assetId: 8, role: "embedded" },
  ]);
});

test("forty thousand levels do not overflow", () => {
  let node: unknown = { type: "image", assetId: 1 };
  for (let level = 0; level < 40_000; level += 1) node = { child: node };
  expect(bodyFiles(node)).toEqual([{ assetId: 1, role: "image" }]);
});
