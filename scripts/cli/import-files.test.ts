import { expect, test } from "vitest";
import type { PageTree } from "#lib/formats/tree.ts";
import { filesBeside } from "./import-files.ts";

/** Everything is there that has a number. */
const tree: PageTree = {
  entries: () => [],
  sizeOf: async (path) => (/\d\.(?:pdf|html)$/.test(path) ? 1 : null),
  read: async () => Buffer.alloc(1),
  close: () => {},
};

const link = (raw: string) => ({ raw, isPicture: false, words: raw });
const some = (count: number, name: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => link(name(n)));

test("files after a hundred links to pages and elsewhere are found", async () => {
  const links = [
    ...some(150, (n) => `${n}.html`),
    ...some(150, (n) => `https://other.example/${n}.pdf`),
    link("附件1.pdf"),
    link("http://old.cn/a/附件2.pdf"),
  ];
  const found = await filesBeside(tree, { path: "a/1.html", links }, "http://old.cn/");
  expect(found.links.map(({ path }) => path)).toEqual(["a/附件1.pdf", "a/附件2.pdf"]);
  expect(found.notTaken).toBe(0);
});

test("of more than a hundred files it is told how many are not taken", async () => {
  const links = [...some(103, (n) => `${n}.pdf`), link("0.pdf"), link("102.pdf")];
  const found = await filesBeside(tree, { path: "1.html", links }, null);
  expect(found.links).toHaveLength(101);
  expect(found.links.at(-1)?.path).toBe("0.pdf");
  expect(found.notTaken).toBe(3);
});
