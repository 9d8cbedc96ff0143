import { expect, test } from "vitest";
import { pictureIds } from "#modules/resources/drafts/domain.ts";

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
  expect(pictureIds(body)).toEqual([3, 7]);
});

test("forty thousand levels do not overflow", () => {
  let node: unknown = { type: "image", assetId: 1 };
  for (let level = 0; level < 40_000; level += 1) node = { child: node };
  expect(pictureIds(node)).toEqual([1]);
});
