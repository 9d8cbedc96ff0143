/** Office Open XML and OFD with as little around the words as they may have. */
import type { ZipFile } from "#lib/formats/testing/make-zip.ts";
import { makeZip } from "#lib/formats/testing/make-zip.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

const packed = (parts: Record<string, string>, more: readonly ZipFile[] = []): Buffer =>
  makeZip([
    ...Object.entries(parts).map(([name, xml]) => ({ name, bytes: `${HEAD}${xml}` })),
    ...more,
  ]);

/** One run a word: editors cut words as they like. */
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
export const paragraphs = (lines: readonly string[]): string =>
  lines.map((line) => `<w:p>${[...line].map(run).join("")}</w:p>`).join("");

export const makeDocx = (
  lines: readonly string[],
  { body = "", files = [] }: { body?: string; files?: readonly ZipFile[] } = {},
): Buffer =>
  packed(
    {
      "[Content_Types].xml": "<Types/>",
      "word/document.xml": `<w:document xmlns:w="w" xmlns:mc="mc"><w:body>${paragraphs(lines)}${body}</w:body></w:document>`,
    },
    files,
  );

export const makeXlsx = (shared: readonly string[], inline: readonly string[]): Buffer =>
  packed({
    "xl/workbook.xml": "<workbook/>",
    "xl/sharedStrings.xml": `<sst>${shared
      .map((text) => `<si><t>${escaped(text)}</t><rPh><t>pinyin</t></rPh></si>`)
      .join("")}</sst>`,
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData><row>${inline
      .map((text) => `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c><c><v>20261129</v></c>`)
      .join("")}</row></sheetData></worksheet>`,
  });

export const makePptx = (slides: readonly string[]): Buffer =>
  packed({
    "ppt/presentation.xml": "<p:presentation/>",
    ...Object.fromEntries(
      slides.map((text, at) => [
        `ppt/slides/slide${at + 1}.xml`,
        `<p:sld><a:p><a:r><a:t>${escaped(text)}</a:t></a:r></a:p></p:sld>`,
      ]),
    ),
  });

export const makeOfd = (pages: readonly (readonly string[])[]): Buffer =>
  packed({
    "OFD.xml": "<ofd:OFD/>",
    ...Object.fromEntries(
      pages.map((lines, at) => [
        `Doc_0/Pages/Page_${at}/Content.xml`,
        `<ofd:Page xmlns:ofd="ofd"><ofd:Content>${lines
          .map(
            (line) =>
              `<ofd:TextObject><ofd:TextCode X="0" Y="5">${escaped(line)}</ofd:TextCode></ofd:TextObject>`,
          )
          .join("")}</ofd:Content></ofd:Page>`,
      ]),
    ),
  });
