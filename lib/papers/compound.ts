/** The streams of a compound file ([MS-CFB]): the box that papers of old Office and WPS lie in. */
import { PaperProblem } from "./reading.ts";

const MARK = Buffer.from("d0cf11e0a1b11ae1", "hex");
const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
/** Greater numbers of sectors are marks: end of a chain, free, part of the table itself. */
const LAST_SECTOR = 0xffff_fffa;
const NO_ENTRY = 0xffff_ffff;
const STREAM = 2;
const FIRST_TABLE = 76;
const TABLES_IN_HEADER = 109;

export const isCompound = (bytes: Buffer): boolean => bytes.subarray(0, 8).equals(MARK);

const damaged = (what: string) => new PaperProblem("damaged", `compound file: ${what}`);

type Sectors = { sizeBytes: number; at: (number: number) => Buffer };
type Next = (number: number) => number;

/** What a chain of sectors holds; each sector once, so that a ring ends. */
function chain(first: number, next: Next, sectors: Sectors, sizeBytes = Infinity): Buffer {
  const parts: Buffer[] = [];
  const seen = new Set<number>();
  let had = 0;
  for (let number = first; number <= LAST_SECTOR && had < sizeBytes; number = next(number)) {
    if (seen.has(number)) throw damaged("its sectors run in a ring");
    seen.add(number);
    parts.push(sectors.at(number));
    had += sectors.sizeBytes;
  }
  return Buffer.concat(parts).subarray(0, Math.min(had, sizeBytes));
}

const sectorsOf = (bytes: Buffer, sizeBytes: number, offset: number): Sectors => ({
  sizeBytes,
  at: (number) => {
    const from = offset + number * sizeBytes;
    if (from >= bytes.length) throw damaged("it ends before its sectors do");
    return bytes.subarray(from, from + sizeBytes);
  },
});

const numbersOf = (bytes: Buffer): number[] =>
  Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => bytes.readUInt32LE(at * 4));

/** Numbers of the sectors that hold the table of sectors. */
function tableSectors(bytes: Buffer, sectors: Sectors): number[] {
  const numbers = numbersOf(bytes.subarray(FIRST_TABLE, FIRST_TABLE + TABLES_IN_HEADER * 4));
  const seen = new Set<number>();
  for (let at = bytes.readUInt32LE(68); at <= LAST_SECTOR; ) {
    if (seen.has(at)) throw damaged("its tables run in a ring");
    seen.add(at);
    const more = numbersOf(sectors.at(at));
    at = more.pop() ?? NO_ENTRY;
    numbers.push(...more);
  }
  return numbers.filter((number) => number <= LAST_SECTOR);
}

const nextBy =
  (table: readonly number[]): Next =>
  (number) =>
    table[number] ?? NO_ENTRY;

type Entry = { name: string; kind: number; first: number; sizeBytes: number; near: number[] };

function entriesOf(directory: Buffer): Entry[] {
  const count = Math.floor(directory.length / ENTRY_BYTES);
  return Array.from({ length: count }, (_, at) => {
    const entry = directory.subarray(at * ENTRY_BYTES, (at + 1) * ENTRY_BYTES);
    const nameBytes = Math.max(0, Math.min(64, entry.readUInt16LE(64)) - 2);
    return {
      name: entry.toString("utf16le", 0, nameBytes),
      kind: entry.readUInt8(66),
      near: [entry.readUInt32LE(68), entry.readUInt32LE(72)],
      first: entry.readUInt32LE(116),
      sizeBytes: entry.readUInt32LE(120),
    };
  });
}

/** Streams that lie at the top; what is in folders belongs to other papers that were put in. */
function topStreams(directory: Buffer): { root: Entry; streams: Entry[] } {
  const entries = entriesOf(directory);
  const [root] = entries;
  if (!root) throw damaged("it has no directory");
  const streams: Entry[] = [];
  const seen = new Set<number>();
  const open = [directory.readUInt32LE(76)];
  while (open.length > 0) {
    const at = open.pop() ?? NO_ENTRY;
    const entry = entries[at];
    if (!entry || seen.has(at)) continue;
    seen.add(at);
    if (entry.kind === STREAM) streams.push(entry);
    open.push(...entry.near);
  }
  return { root, streams };
}

/** Reads a stream at the top by its name; null when there is none. */
export type ReadStream = (name: string) => Buffer | null;

/** @throws {PaperProblem} when it is no whole compound file; so does reading a stream of one */
export function openCompound(bytes: Buffer): ReadStream {
  if (bytes.length < HEADER_BYTES) throw damaged("it ends in its header");
  const [shift, smallShift] = [bytes.readUInt16LE(30), bytes.readUInt16LE(32)];
  if (shift < 7 || shift > 16 || smallShift < 4 || smallShift > shift)
    throw damaged("sectors of no such size");
  const sectors = sectorsOf(bytes, 2 ** shift, 2 ** shift);
  const table = tableSectors(bytes, sectors).flatMap((number) => numbersOf(sectors.at(number)));
  const next = nextBy(table);
  const { root, streams } = topStreams(chain(bytes.readUInt32LE(48), next, sectors));
  // Small streams lie together in one that belongs to the root, in sectors of their own.
  const smallBelow = bytes.readUInt32LE(56);
  const nextSmall = nextBy(numbersOf(chain(bytes.readUInt32LE(60), next, sectors)));
  const inSmall = () =>
    sectorsOf(chain(root.first, next, sectors, root.sizeBytes), 2 ** smallShift, 0);
  return (name) => {
    const entry = streams.find((stream) => stream.name === name);
    if (!entry) return null;
    return entry.sizeBytes < smallBelow
      ? chain(entry.first, nextSmall, inSmall(), entry.sizeBytes)
      : chain(entry.first, next, sectors, entry.sizeBytes);
  };
}
