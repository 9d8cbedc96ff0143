import { expect, test } from "vitest";
import { cleanName, sniff, uploadProblem } from "#modules/media/domain.ts";

const bytes = (hex: string, tail = "") =>
  Buffer.concat([Buffer.from(hex, "hex"), Buffer.from(tail, "latin1")]);

test.each([
  ["ffd8ffe0", "", "jpg"],
  ["89504e470d0a1a0a", "", "png"],
  ["474946383961", "", "gif"],
  ["52494646000000005745425056503820", "", "webp"],
  ["255044462d312e37", "", "pdf"],
  ["504b0304", "word/document.xml", "docx"],
  ["504b0304", "xl/workbook.xml", "xlsx"],
  ["504b0304", "OFD.xml", "ofd"],
])("%s…%s is a %s, whatever it is called", (hex, tail, extension) => {
  expect(sniff(bytes(hex, tail))?.extension).toBe(extension);
});

test.each([
  ["", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"],
  ["", "<!DOCTYPE html><script>alert(1)</script>"],
  ["504b0304", "word/document.xml word/vbaProject.bin"],
  ["504b0304", "evil.exe"],
  ["4d5a9000", ""],
])("%s%s is refused", (hex, tail) => {
  const given = bytes(hex, tail);
  expect(uploadProblem(given, sniff(given))).toBe("file-kind");
});

test("an empty and an endless file are told apart", () => {
  expect(uploadProblem(Buffer.alloc(0), null)).toBe("file-empty");
  const large = Buffer.alloc(21 * 1024 * 1024);
  expect(uploadProblem(large, { extension: "jpg", mediaType: "image/jpeg", isPicture: true })).toBe(
    "file-large",
  );
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
