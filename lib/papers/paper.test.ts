import { expect, test } from "vitest";
import { makeZip } from "#lib/formats/testing/make-zip.ts";
import { readPaper } from "#lib/papers/paper.ts";
import { makeCompound, makeDoc, makeXls } from "#lib/papers/testing/make-compound.ts";
import {
  makeDocx,
  makeOfd,
  makePptx,
  makeXlsx,
  paragraphs,
} from "#lib/papers/testing/make-office.ts";
import { makePdf } from "#lib/papers/testing/make-pdf.ts";

const LIMIT = 10_000;
const words = (bytes: Buffer, limit = LIMIT) => readPaper(bytes, limit);
const reasonOf = (bytes: Buffer): Promise<string> =>
  readPaper(bytes, LIMIT).then(
    (text) => `read: ${text}`,
    (error: { reason?: string }) => error.reason ?? String(error),
  );

/** 中文 in the encoding of old Chinese Windows: 青衣江防汛预案. */
const GB18030 = Buffer.from("c7e0d2c2bdadb7c0d1b4d4a4b0b8", "hex");

test("a PDF with a Chinese font that is not in it, over the ends of lines and pages", async () => {
  const text = await words(makePdf([["青衣江水库防", "汛应急预案（2026 年）"], ["第二页"]]));
  expect(text.replace(/\s/g, "")).toContain("青衣江水库防汛应急预案（2026年）第二页");
  expect(text).toContain("水库防汛应急预案");
}, 30_000);

test("Word: words cut into runs are whole, paragraphs are lines, what was deleted or said twice is not there", async () => {
  const body = `<w:p><w:moveFrom>${paragraphs(["搬走的"])}</w:moveFrom><w:del><w:r><w:t>删去的</w:t></w:r></w:del><mc:AlternateContent><mc:Choice>${paragraphs(["文本框"])}</mc:Choice><mc:Fallback>${paragraphs(["文本框"])}</mc:Fallback></mc:AlternateContent></w:p>`;
  expect(await words(makeDocx(["青衣江水库", "防汛 & 抗旱"], { body }))).toBe(
    "青衣江水库\n防汛 & 抗旱\n文本框",
  );
});

test("Excel: strings of the list and of cells, no numbers, no sounds", async () => {
  expect(await words(makeXlsx(["编制单位", "青衣江"], ["乌篷船"]))).toBe(
    "编制单位\n青衣江\n乌篷船",
  );
});

test("PowerPoint: slides in the order of their numbers", async () => {
  const slides = Array.from({ length: 11 }, (_, at) => `第${at + 1}张`);
  expect(await words(makePptx(slides))).toBe(slides.join("\n"));
});

test("OFD: what its pages show, over the ends of lines", async () => {
  expect(await words(makeOfd([["青衣江水库防", "汛应急预案"], ["附则"]]))).toBe(
    "青衣江水库防汛应急预案附则",
  );
});

test("old Word: pieces of both widths, fields as they show", async () => {
  const field = "见\u0013HYPERLINK \u0013X\u0014Y\u0015\u0014附件\u0015。";
  expect(await words(makeDoc(`青衣江\r${field}`, "\rflood plan"))).toBe(
    "青衣江\n见附件。\nflood plan",
  );
});

test("old Excel: a string that goes on in the next record in the other width", async () => {
  expect(await words(makeXls(["编制单位", "青衣江"], ["Dam ", "水库"]))).toBe(
    "编制单位\n青衣江\nDam 水库",
  );
});

test.each([
  ["GB18030", GB18030],
  ["UTF-8", Buffer.from("青衣江防汛预案")],
  ["UTF-8 with its mark", Buffer.from("\ufeff青衣江防汛预案")],
  ["UTF-16", Buffer.from("\ufeff青衣江防汛预案", "utf16le")],
])("plain text in %s", async (_, bytes) => {
  expect(await words(bytes)).toBe("青衣江防汛预案");
});

test("an archive: the words of the papers in it, one level down; what cannot be read leaves the others", async () => {
  const archive = makeZip([
    { name: "1 预案.docx", bytes: makeDocx(["青衣江"]) },
    { name: "2 名单.csv", bytes: GB18030 },
    { name: "3 坏.pdf", bytes: "%PDF-1.7 nothing" },
    { name: "4 内.zip", bytes: makeZip([{ name: "a.txt", bytes: "藏在里面" }]) },
    { name: "5 图.png", bytes: Buffer.from("89504e470d0a1a0a0000", "hex") },
  ]);
  expect(await words(archive)).toBe("青衣江\n青衣江防汛预案");
});

test("what it calls itself does not matter, only what it is", async () => {
  const nameless = makeZip([
    { name: "附件.txt", bytes: makeDocx(["其实是文档"]) },
    { name: "附件.docx", bytes: "其实是文本" },
  ]);
  expect(await words(nameless)).toBe("其实是文本\n其实是文档");
});

test("no more than is wanted, and no half of a character", async () => {
  expect(await words(makeDocx(["青衣江水库"]), 3)).toBe("青衣江");
  expect((await words(makeDocx(["a😀"]), 2)).isWellFormed()).toBe(true);
});

test("characters nobody sees or can keep are left out, shapes of PDF fonts are characters", async () => {
  expect(await words(makeDocx(["⼀\u00ad件\u200b事\t的\u{f0000}经过"]))).toBe("一件事\n的经过");
});

const bomb = Buffer.alloc(40 * 1024 * 1024, "<w:t>一</w:t>");
const ring = makeCompound({ WordDocument: Buffer.alloc(8_192) });
// The table of sectors is the last sector: each of the stream's sectors leads back to its first.
ring.fill(0, ring.length - 512, ring.length - 512 + 40);

test.each<[string, Buffer, string]>([
  ["nothing at all", Buffer.alloc(0), "damaged"],
  ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "unknown-kind"],
  ["a PDF with a password", makePdf([["密"]], { isLocked: true }), "encrypted"],
  ["a PDF that ends after its head", makePdf([["断"]]).subarray(0, 120), "damaged"],
  [
    "a Word file with a password",
    makeCompound({ EncryptedPackage: Buffer.alloc(5_000) }),
    "encrypted",
  ],
  ["an old Word text with a password", makeDoc("密", "", { flags: 0x0100 }), "encrypted"],
  [
    "a Word file that unpacks to a thousand times its size",
    makeDocx([], { files: [{ name: "word/footnotes.xml", bytes: bomb }] }),
    "too-much",
  ],
  ["a Word file that ends early", makeDocx(["断"]).subarray(0, 200), "damaged"],
  [
    "a Word file with a password on a part",
    makeZip([{ name: "word/document.xml", flags: 1, bytes: "x" }]),
    "encrypted",
  ],
  [
    "XML that declares entities",
    makeZip([{ name: "word/document.xml", bytes: '<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>' }]),
    "damaged",
  ],
  ["a compound file whose sectors run in a ring", ring, "damaged"],
  ["a compound file that ends early", makeDoc("断").subarray(0, 1_500), "damaged"],
  [
    "a compound file of nothing known",
    makeCompound({ Other: Buffer.alloc(5_000) }),
    "unknown-kind",
  ],
])("%s is refused as what it is", async (_, bytes, reason) => {
  expect(await reasonOf(bytes)).toBe(reason);
});

test("a picture of a page has no words", async () => {
  expect(await words(makePdf([[]]))).toBe("");
});
