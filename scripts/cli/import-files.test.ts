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

const link = (raw: string) => ({ raws: [raw], isPicture: false, words: raw });
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

test("of the addresses of a picture the first one with a file counts, and no other", async () => {
  const late = { raws: ["http://cdn.example/9.pdf", "2.pdf", "1.pdf"], isPicture: true, words: "" };
  const { links } = await filesBeside(tree, { path: "1.html", links: [late] }, null);
  expect(links).toEqual([{ path: "2.pdf", raw: "2.pdf", isPicture: true, words: "" }]);
});

test("relative links of a record lead from its own address, wherever that is", async () => {
  const links = ["1.pdf", "/uploads/2.pdf", "../3.pdf?v=4"].map(link);
  const found = async (url: string) => {
    const page = { path: "", url, links };
    return (await filesBeside(tree, page, "http://old.cn/")).links.map(({ path, raw }) => [
      path,
      raw,
    ]);
  };
  expect(await found("https://old.cn/通知/2019/7.html")).toEqual([
    ["通知/2019/1.pdf", "1.pdf"],
    ["uploads/2.pdf", "/uploads/2.pdf"],
    ["通知/3.pdf", "../3.pdf?v=4"],
  ]);
  expect(await found("http://other.cn/a/1.html")).toEqual([]);
});

test("below an address with a path, links from the top of that site are found, and others as they are", async () => {
  const links = ["/site/uploads/1.pdf", "/uploads/2.pdf", "3.pdf"].map(link);
  const page = { path: "art/1.html", links };
  const found = await filesBeside(tree, page, "http://old.cn/site/");
  expect(found.links.map(({ path }) => path)).toEqual([
    "uploads/1.pdf",
    "uploads/2.pdf",
    "art/3.pdf",
  ]);
});

test("of more than a hundred files it is told how many are not taken", async () => {
  const links = [...some(103, (n) => `${n}.pdf`), link("0.pdf"), link("102.pdf")];
  const found = await filesBeside(tree, { path: "1.html", links }, null);
  expect(found.links).toHaveLength(101);
  expect(found.links.at(-1)?.path).toBe("0.pdf");
  expect(found.notTaken).toBe(3);
});
