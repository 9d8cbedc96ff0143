/** The words of an old Excel or WPS table ([MS-XLS]): its list of strings, and those that stand in cells. */
import { decoderFor } from "#lib/formats/charset.ts";
import { Gathered } from "./gathered.ts";
import { PaperProblem } from "./reading.ts";
import { decipherSheet } from "./sheet-cipher.ts";

const RECORD = { bof: 0x0809, filePass: 0x002f, codePage: 0x0042, sst: 0x00fc, more: 0x003c };
/** Cells with a string of their own: as a label, rich, or what a formula gave. */
const CELLS = new Set([0x0204, 0x00d6]);
const BIFF8 = 0x0600;
/** Row, column and format stand before a cell's string. */
const CELL_HEAD_BYTES = 6;
/** Simplified Chinese. */
const DEFAULT_PAGE = 936;

type Found = { type: number; data: Buffer };

function* recordsOf(bytes: Buffer): Generator<Found> {
  for (let at = 0; at + 4 <= bytes.length; ) {
    const end = at + 4 + bytes.readUInt16LE(at + 2);
    yield { type: bytes.readUInt16LE(at), data: bytes.subarray(at + 4, end) };
    at = end;
  }
}

const cutOff = () => new PaperProblem("damaged", "table: a string is cut off");

/** Reads on from one record into those that continue it. */
class Cursor {
  private readonly parts: readonly Buffer[];
  private part = 0;
  private at = 0;

  constructor(parts: readonly Buffer[]) {
    this.parts = parts;
  }

  get isAtEnd(): boolean {
    this.turn();
    return this.part >= this.parts.length;
  }

  /** To the next record when this one is used up; whether it was. */
  turn(): boolean {
    const before = this.part;
    while (this.part < this.parts.length && this.at >= (this.parts[this.part]?.length ?? 0)) {
      this.part += 1;
      this.at = 0;
    }
    return this.part !== before;
  }

  /** Up to so many bytes of this record. */
  take(count: number): Buffer {
    const taken = this.parts[this.part]?.subarray(this.at, this.at + count) ?? Buffer.alloc(0);
    this.at += taken.length;
    return taken;
  }

  /** So many bytes, over the ends of records. */
  whole(count: number): Buffer {
    const taken: Buffer[] = [];
    for (let left = count; left > 0 && !this.isAtEnd; ) {
      const some = this.take(left);
      taken.push(some);
      left -= some.length;
    }
    const bytes = Buffer.concat(taken);
    if (bytes.length < count) throw cutOff();
    return bytes;
  }
}

/** Characters of one or two bytes; a record that continues says anew which. */
function takeCharacters(cursor: Cursor, count: number, startsWide: boolean): string {
  let text = "";
  let width = startsWide ? 2 : 1;
  while (text.length < count) {
    if (cursor.turn() && text !== "") width = 1 + (cursor.whole(1).readUInt8(0) % 2);
    const bytes = cursor.take((count - text.length) * width);
    if (bytes.length < width) throw cutOff();
    text += bytes.toString(width === 2 ? "utf16le" : "latin1");
  }
  return text;
}

const HAS_RUNS = 0x08;
const HAS_SOUNDS = 0x04;

/** One string with all that hangs on it. */
function takeString(cursor: Cursor): string {
  const count = cursor.whole(2).readUInt16LE(0);
  const flags = cursor.whole(1).readUInt8(0);
  const runs = flags & HAS_RUNS ? cursor.whole(2).readUInt16LE(0) : 0;
  const soundBytes = flags & HAS_SOUNDS ? cursor.whole(4).readUInt32LE(0) : 0;
  const text = takeCharacters(cursor, count, flags % 2 === 1);
  cursor.whole(runs * 4 + soundBytes);
  return text;
}

function readStrings(parts: readonly Buffer[], into: Gathered): void {
  const cursor = new Cursor(parts);
  cursor.whole(8);
  while (!cursor.isAtEnd && !into.isFull) into.add(`${takeString(cursor)}\n`);
}

/** Strings of tables before Excel 97 are in the code page of who wrote them. */
function narrowString(data: Buffer, page: number): string {
  const decoder = decoderFor(page === DEFAULT_PAGE ? "gb18030" : `windows-${page}`);
  const bytes = data.subarray(
    CELL_HEAD_BYTES + 2,
    CELL_HEAD_BYTES + 2 + data.readUInt16LE(CELL_HEAD_BYTES),
  );
  return (decoder ?? new TextDecoder("gb18030")).decode(bytes);
}

function clearRecords(workbook: Buffer): Found[] {
  const records = recordsOf(workbook).toArray();
  const pass = records.find(({ type }) => type === RECORD.filePass);
  return pass ? recordsOf(decipherSheet(workbook, pass.data)).toArray() : records;
}

/** The list of strings and the records that continue it. */
function listedStrings(records: readonly Found[], at: number): Buffer[] {
  const end = records.findIndex(({ type }, after) => after > at && type !== RECORD.more);
  return records.slice(at, end < 0 ? records.length : end).map(({ data }) => data);
}

function cellString(data: Buffer, isUnicode: boolean, page: number): string {
  if (data.length < CELL_HEAD_BYTES + 2) return "";
  if (!isUnicode) return narrowString(data, page);
  return takeString(new Cursor([data.subarray(CELL_HEAD_BYTES)]));
}

/** @throws {PaperProblem} */
export function readSheetBinary(workbook: Buffer, limit: number): string {
  const into = new Gathered(limit);
  const records = clearRecords(workbook);
  const [first] = records;
  if (first?.type !== RECORD.bof) throw new PaperProblem("damaged", "table: no beginning");
  const isUnicode = first.data.readUInt16LE(0) === BIFF8;
  const page = records.find(({ type }) => type === RECORD.codePage)?.data.readUInt16LE(0);
  for (const [at, { type, data }] of records.entries()) {
    if (into.isFull) break;
    if (type === RECORD.sst) readStrings(listedStrings(records, at), into);
    if (CELLS.has(type)) into.add(`${cellString(data, isUnicode, page ?? DEFAULT_PAGE)}\n`);
  }
  return into.text();
}
