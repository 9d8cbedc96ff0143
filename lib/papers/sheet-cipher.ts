/**
 * Old Excel enciphers a workbook whose structure is protected with a password that everybody has: it opens
 * by itself, for readers as for us ([MS-OFFCRYPTO] 2.3.6). A password of its own is nobody's to guess.
 */
import { createHash } from "node:crypto";
import { PaperProblem } from "./reading.ts";

const EVERYBODYS = Buffer.from("VelvetSweatshop", "utf16le");
const RC4 = 1;
const BLOCK_BYTES = 1024;
const KEY_BYTES = 5;
const FILE_PASS_BYTES = 54;
const RECORD_HEAD_BYTES = 4;
/** BOF, FilePass, UsrExcl, FileLock, InterfaceHdr, RRDInfo, RRDHead stay in the clear. */
const CLEAR = new Set([0x0809, 0x002f, 0x0194, 0x0195, 0x00e1, 0x0196, 0x0138]);
const SHEET = 0x0085;
/** Where a sheet begins is in the clear; what it is called is not. */
const SHEET_CLEAR_BYTES = 4;

const md5 = (...parts: Buffer[]): Buffer => createHash("md5").update(Buffer.concat(parts)).digest();

/** So many bytes of the stream of a key. */
function keyStream(key: Buffer, count: number): Buffer {
  const box = Uint8Array.from({ length: 256 }, (_, at) => at);
  const swap = (one: number, other: number) => {
    [box[one], box[other]] = [box[other] ?? 0, box[one] ?? 0];
  };
  for (let at = 0, other = 0; at < 256; at += 1) {
    other = (other + (box[at] ?? 0) + (key[at % key.length] ?? 0)) % 256;
    swap(at, other);
  }
  const stream = Buffer.alloc(count);
  for (let place = 0, at = 0, other = 0; place < count; place += 1) {
    at = (at + 1) % 256;
    other = (other + (box[at] ?? 0)) % 256;
    swap(at, other);
    stream[place] = box[((box[at] ?? 0) + (box[other] ?? 0)) % 256] ?? 0;
  }
  return stream;
}

function keyMaker(salt: Buffer): (block: number) => Buffer {
  const hashed = md5(EVERYBODYS).subarray(0, KEY_BYTES);
  const salted = md5(...Array.from({ length: 16 }, () => [hashed, salt]).flat());
  return (block) => {
    const number = Buffer.alloc(4);
    number.writeUInt32LE(block);
    return md5(salted.subarray(0, KEY_BYTES), number);
  };
}

const combined = (bytes: Buffer, stream: Buffer): Buffer =>
  Buffer.from(bytes.map((byte, at) => byte ^ (stream[at] ?? 0)));

/** The same workbook in the clear. @param pass the data of its FilePass @throws {PaperProblem} */
export function decipherSheet(workbook: Buffer, pass: Buffer): Buffer {
  const isKnown =
    pass.length >= FILE_PASS_BYTES && pass.readUInt16LE(0) === RC4 && pass.readUInt16LE(2) === 1;
  if (!isKnown) throw new PaperProblem("encrypted", "table");
  const keyOf = keyMaker(pass.subarray(6, 22));
  const proof = combined(pass.subarray(22, 54), keyStream(keyOf(0), 32));
  if (!md5(proof.subarray(0, 16)).equals(proof.subarray(16)))
    throw new PaperProblem("encrypted", "table");
  const clear = Buffer.from(workbook);
  for (let at = 0; at < clear.length; at += BLOCK_BYTES) {
    const block = workbook.subarray(at, at + BLOCK_BYTES);
    combined(block, keyStream(keyOf(at / BLOCK_BYTES), block.length)).copy(clear, at);
  }
  keepClear(workbook, clear);
  return clear;
}

/** Puts back what was never enciphered: the heads of records, and some records whole. */
function keepClear(workbook: Buffer, clear: Buffer): void {
  for (let at = 0; at + RECORD_HEAD_BYTES <= workbook.length; ) {
    const type = workbook.readUInt16LE(at);
    const dataAt = at + RECORD_HEAD_BYTES;
    const end = dataAt + workbook.readUInt16LE(at + 2);
    const openTo = CLEAR.has(type) ? end : dataAt + (type === SHEET ? SHEET_CLEAR_BYTES : 0);
    workbook.copy(clear, at, at, Math.min(openTo, workbook.length));
    at = end;
  }
}
