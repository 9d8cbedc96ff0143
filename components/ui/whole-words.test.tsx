import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { WholeWords } from "#components/ui/whole-words.tsx";

const lines = (text: string): string[] =>
  renderToStaticMarkup(<WholeWords text={text} />)
    .replace(/<\/?span[^>]*>/g, "")
    .split("<wbr/>");

test("a line may end between words and never within one", () => {
  expect(lines("云川省人力资源和社会保障厅")).toEqual(expect.arrayContaining(["资源", "社会"]));
  expect(lines("云川省人力资源和社会保障厅").join("")).toBe("云川省人力资源和社会保障厅");
});

test("marks stay with the word they open or close", () => {
  const found = lines("推出“慢游”线路（二）：老少皆宜");
  expect(found.filter((line) => /^[”）：]|[“（]$/.test(line))).toEqual([]);
  expect(found.join("")).toBe("推出“慢游”线路（二）：老少皆宜");
});

test("other scripts are left to the browser", () => {
  expect(renderToStaticMarkup(<WholeWords text="Notices" />)).toBe("Notices");
});
