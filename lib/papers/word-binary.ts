/** The words of an old Word or WPS text ([MS-DOC]), as its table of pieces puts them together. */
import type { ReadStream } from "./compound.ts";
import { Gathered } from "./gathered.ts";
import { PaperProblem } from "./reading.ts";

const MARK = 0xa5ec;
/** Word 97; what is older keeps its text otherwise. */
const FIRST_VERSION = 193;
const IS_ENCRYPTED = 0x0100;
const IN_TABLE_1 = 0x0200;
const AT_FLAGS = 0x0a;
const AT_PIECES = 0x01a2;
const PIECE_BYTES = 8;
const IS_8_BIT = 0x4000_0000;
const WESTERN = new TextDecoder("windows-1252");

const damaged = (what: string) => new PaperProblem("damaged", `Word text: ${what}`);

/** The table of pieces: behind paragraphs of properties, which say nothing. */
function pieceTable(clx: Buffer): Buffer {
  let at = 0;
  while (clx[at] === 1) at += 3 + clx.readUInt16LE(at + 1);
  if (clx[at] !== 2) throw damaged("no table of pieces");
  return clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1));
}

/** Marks that stand in the text itself. */
const FIELD = { begin: 0x13, result: 0x14, end: 0x15 };
/** Of a cell, a line, a page, a paragraph. */
const LINE_ENDS = new RegExp(`[${String.fromCharCode(0x07, 0x0b, 0x0c, 0x0d)}]`, "g");

/** What a field does (`HYPERLINK "…"`) stands before what it shows; fields lie within each other. */
function shown(text: string): string {
  let seen = "";
  const instructing: boolean[] = [];
  for (const character of text) {
    switch (character.charCodeAt(0)) {
      case FIELD.begin:
        instructing.push(true);
        break;
      case FIELD.result:
        instructing.splice(-1, 1, false);
        break;
      case FIELD.end:
        instructing.pop();
        break;
      default:
        seen += instructing.includes(true) ? "" : character;
    }
  }
  return seen.replace(LINE_ENDS, "\n");
}

/** The stream of the text and the table of its pieces. @throws {PaperProblem} */
function openText(read: ReadStream): { main: Buffer; pieces: Buffer } {
  const main = read("WordDocument") ?? Buffer.alloc(0);
  if (main.length < AT_PIECES + 8 || main.readUInt16LE(0) !== MARK) throw damaged("no header");
  if (main.readUInt16LE(2) < FIRST_VERSION)
    throw new PaperProblem("unknown-kind", "a Word text older than Word 97");
  const flags = main.readUInt16LE(AT_FLAGS);
  if (flags & IS_ENCRYPTED) throw new PaperProblem("encrypted", "Word text");
  const tables = read(flags & IN_TABLE_1 ? "1Table" : "0Table");
  if (!tables) throw damaged("no table stream");
  const from = main.readUInt32LE(AT_PIECES);
  const pieces = pieceTable(tables.subarray(from, from + main.readUInt32LE(AT_PIECES + 4)));
  return { main, pieces };
}

/** Places of characters come first, one more than there are pieces; then where each piece lies. */
function pieceText(main: Buffer, pieces: Buffer, number: number, count: number): string {
  const characters = pieces.readUInt32LE((number + 1) * 4) - pieces.readUInt32LE(number * 4);
  const place = pieces.readUInt32LE((count + 1) * 4 + number * PIECE_BYTES + 2);
  const isNarrow = (place & IS_8_BIT) !== 0;
  const offset = isNarrow ? (place & ~IS_8_BIT) / 2 : place;
  const bytes = main.subarray(offset, offset + Math.max(0, characters) * (isNarrow ? 1 : 2));
  return isNarrow ? WESTERN.decode(bytes) : bytes.toString("utf16le");
}

/** @throws {PaperProblem} */
export function readWordBinary(read: ReadStream, limit: number): string {
  const { main, pieces } = openText(read);
  const count = Math.floor((pieces.length - 4) / (PIECE_BYTES + 4));
  const marked = new Gathered(limit);
  for (let number = 0; number < count && !marked.isFull; number += 1)
    marked.add(pieceText(main, pieces, number, count));
  const into = new Gathered(limit);
  into.add(shown(marked.raw));
  return into.text();
}
