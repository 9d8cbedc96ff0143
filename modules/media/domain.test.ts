import { expect, test } from "vitest";
import { FILE_KINDS } from "#lib/format/file-kinds.ts";
import { cleanName, sniff, uploadProblem } from "#modules/media/domain.ts";

const bytes = (hex: string, tail = "") =>
  Buffer.concat([Buffer.from(hex, "hex"), Buffer.from(tail, "latin1")]);

const utf16 = (text: string) => Buffer.from(text, "utf16le").toString("latin1");

/** An archive of empty files, as its latin1. */
function zip(...names: string[]): string {
  const local = Buffer.from("504b0304".padEnd(60, "0"), "hex");
  const entries = names.map((name) => {
    const word = Buffer.from(name);
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50);
    head.writeUInt16LE(word.length, 28);
    return Buffer.concat([head, word]);
  });
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, ...entries, end]).toString("latin1");
}

test.each([
  ["ffd8ffe0", "", "jpg"],
  ["89504e470d0a1a0a", "", "png"],
  ["474946383961", "", "gif"],
  ["52494646000000005745425056503820", "", "webp"],
  ["255044462d312e37", "", "pdf"],
  ["504b0304", "word/document.xml", "docx"],
  ["504b0304", "xl/workbook.xml", "xlsx"],
  ["504b0304", "OFD.xml", "ofd"],
  ["000000206674797069736f6d", "", "mp4"],
  ["00000018667479704d345620", "", "mp4"],
  ["1a45dfa3a3428682", "webm", "webm"],
  ["d0cf11e0a1b11ae1", utf16("Root Entry WordDocument"), "doc"],
  ["d0cf11e0a1b11ae1", utf16("Workbook"), "xls"],
  ["d0cf11e0a1b11ae1", utf16("PowerPoint Document"), "ppt"],
  ["", zip("申请表/", "申请表/一.docx", "数据.csv"), "zip"],
])("%s…%s is a %s, whatever it is called", (hex, tail, extension) => {
  expect(sniff(bytes(hex, tail))?.extension).toBe(extension);
});

test.each([
  ["", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"],
  ["", "<!DOCTYPE html><script>alert(1)</script>"],
  ["504b0304", "word/document.xml word/vbaProject.bin"],
  ["504b0304", "evil.exe"],
  ["4d5a9000", ""],
  ["00000014667479706865696300000000", ""],
  ["000000146674797071742020", ""],
  ["1a45dfa3a3428688", "matroska"],
  ["d0cf11e0a1b11ae1", utf16("WordDocument Macros _VBA_PROJECT")],
  ["d0cf11e0a1b11ae1", utf16("EncryptedPackage WordDocument")],
  ["d0cf11e0a1b11ae1", utf16("Property.MSI")],
  ["", zip("办事指南.pdf", "setup.exe")],
  ["", zip("page.html")],
  ["", zip("../../etc/cron.d/a.txt")],
  ["", zip("inner.zip")],
  ["", zip("only-a-folder/")],
  ["", zip("a.pdf").slice(0, -4)],
])("%s%s is refused", (hex, tail) => {
  const given = bytes(hex, tail);
  expect(uploadProblem(given, sniff(given))).toBe("file-kind");
});

test("an empty and an endless file are told apart", () => {
  expect(uploadProblem(Buffer.alloc(0), null)).toBe("file-empty");
  const large = Buffer.alloc(21 * 1024 * 1024);
  expect(uploadProblem(large, { extension: "jpg", ...FILE_KINDS.jpg })).toBe("file-large");
  expect(uploadProblem(large, { extension: "mp4", ...FILE_KINDS.mp4 })).toBeNull();
});

test.each([
  ["../../etc/passwd", "pdf", "passwd.pdf"],
  ["实施方案.pdf.exe", "pdf", "实施方案.pdf.pdf"],
  ["\u202Efdp.exe", "pdf", "fdp.pdf"],
  ["C:\\公文\\通知.DOCX", "docx", "通知.docx"],
  ["", "png", "file.png"],
])("the name %j becomes %s → %s", (name, extension, expected) => {
  expect(cleanName(name, extension)).toBe(expected);
});
