/** Compound files ([MS-CFB]) with a few streams at the top, and old Word and Excel papers in them. */

const SECTOR = 512;
const SMALL = 64;
const SMALL_BELOW = 4096;
const END = 0xffff_fffe;
const FREE = 0xffff_ffff;
const TABLE = 0xffff_fffd;

type Numbered = { first: number; sizeBytes: number };

const padded = (bytes: Buffer, to: number): Buffer =>
  Buffer.concat([bytes, Buffer.alloc((to - (bytes.length % to)) % to)]);

const u32 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [at, value] of values.entries()) bytes.writeUInt32LE(value >>> 0, at * 4);
  return bytes;
};
export const u16 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [at, value] of values.entries()) bytes.writeUInt16LE(value, at * 2);
  return bytes;
};

function entry(
  name: string,
  kind: number,
  near: readonly number[],
  { first, sizeBytes }: Numbered,
) {
  const bytes = Buffer.alloc(128);
  bytes.write(name, "utf16le");
  bytes.writeUInt16LE(name === "" ? 0 : name.length * 2 + 2, 64);
  bytes.writeUInt8(kind, 66);
  bytes.writeUInt8(1, 67);
  u32(...near).copy(bytes, 68);
  u32(first, sizeBytes).copy(bytes, 116);
  return bytes;
}

/** Streams shorter than 4,096 bytes lie among the small ones, as the format demands. */
export function makeCompound(streams: Readonly<Record<string, Buffer>>): Buffer {
  const sectors: Buffer[] = [];
  const table: number[] = [];
  const add = (bytes: Buffer): Numbered => {
    const first = table.length;
    const whole = padded(bytes, SECTOR);
    for (let at = 0; at < whole.length; at += SECTOR) {
      sectors.push(whole.subarray(at, at + SECTOR));
      table.push(at + SECTOR < whole.length ? table.length + 1 : END);
    }
    return { first: bytes.length === 0 ? END : first, sizeBytes: bytes.length };
  };
  const small: Buffer[] = [];
  const smallTable: number[] = [];
  const addSmall = (bytes: Buffer): Numbered => {
    const first = smallTable.length;
    const count = Math.ceil(bytes.length / SMALL);
    for (let at = 1; at <= count; at += 1) smallTable.push(at < count ? first + at : END);
    small.push(padded(bytes, SMALL));
    return { first, sizeBytes: bytes.length };
  };
  const names = Object.keys(streams);
  const placed = Object.values(streams).map((bytes) =>
    bytes.length < SMALL_BELOW ? addSmall(bytes) : add(bytes),
  );
  const smallStream = add(Buffer.concat(small));
  const smallTableAt = add(u32(...smallTable));
  const directory = add(
    Buffer.concat([
      entry("Root Entry", 5, [FREE, FREE, 1], smallStream),
      // A tree that leans to one side is a tree.
      ...names.map((name, at) =>
        entry(
          name,
          2,
          [FREE, at + 2 <= names.length ? at + 2 : FREE, FREE],
          placed[at] ?? smallStream,
        ),
      ),
    ]),
  );
  const tableAt = table.length;
  const ownSectors = Math.ceil((table.length + 1) / (SECTOR / 4 - 1));
  for (let at = 0; at < ownSectors; at += 1) table.push(TABLE);
  const header = Buffer.alloc(SECTOR);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(header);
  u16(0x3e, 3, 0xfffe, 9, 6).copy(header, 24);
  u32(ownSectors, directory.first, 0, SMALL_BELOW, smallTableAt.first, 1, END, 0).copy(header, 44);
  header.fill(0xff, 76);
  u32(...Array.from({ length: ownSectors }, (_, at) => tableAt + at)).copy(header, 76);
  const own = Buffer.alloc(ownSectors * SECTOR, 0xff);
  u32(...table).copy(own);
  return Buffer.concat([header, ...sectors, own]);
}

/** An old Word text of one wide piece and one narrow one. */
export function makeDoc(wide: string, narrow = "", { flags = 0 } = {}): Buffer {
  const texts = [Buffer.from(wide, "utf16le"), Buffer.from(narrow, "latin1")];
  const main = Buffer.alloc(0x400);
  u16(0xa5ec, 193).copy(main);
  u16(flags | 0x0200).copy(main, 0x0a);
  const at = main.length;
  const places = [at, (((at + wide.length * 2) * 2) | 0x4000_0000) >>> 0];
  const pieces = Buffer.concat([
    u32(0, wide.length, wide.length + narrow.length),
    ...places.map((place) => Buffer.concat([u16(0), u32(place), u16(0)])),
  ]);
  const clx = Buffer.concat([Buffer.from([1, 2, 0, 9, 9, 2]), u32(pieces.length), pieces]);
  u32(0, clx.length).copy(main, 0x01a2);
  return makeCompound({
    WordDocument: padded(Buffer.concat([main, ...texts]), SMALL_BELOW),
    "1Table": clx,
  });
}

const record = (type: number, data: Buffer): Buffer =>
  Buffer.concat([u16(type, data.length), data]);

/** An old Excel table: its strings, the last one going on in a second record as wide characters. */
export function makeXls(strings: readonly string[], last: readonly [string, string]): Buffer {
  const [narrow, wide] = last;
  const told = strings.map((text) =>
    Buffer.concat([u16(text.length), Buffer.from([1]), Buffer.from(text, "utf16le")]),
  );
  const begun = Buffer.concat([
    u16(narrow.length + wide.length),
    Buffer.from([0]),
    Buffer.from(narrow, "latin1"),
  ]);
  return makeCompound({
    Workbook: Buffer.concat([
      record(0x0809, u16(0x0600, 5, 0, 0, 0, 0, 0, 0)),
      record(0x00fc, Buffer.concat([u32(9, strings.length + 1), ...told, begun])),
      record(0x003c, Buffer.concat([Buffer.from([1]), Buffer.from(wide, "utf16le")])),
      record(0x000a, Buffer.alloc(0)),
    ]),
  });
}
