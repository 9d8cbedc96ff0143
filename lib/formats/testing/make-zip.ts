/** Archives that no tool would write: each fact of a file may be a lie. */
import { crc32, deflateRawSync } from "node:zlib";

const MADE_BY_UNIX = 3 << 8;
const UTF8_NAME = 0x800;

/** One file of an archive; what is said of it may be a lie. */
export type ZipFile = {
  name: string | Buffer;
  bytes?: Buffer | string;
  flags?: number;
  method?: number;
  /** Of UNIX: `0o120777` is a link. */
  mode?: number;
  crc?: number;
  size?: number;
  /** Where its bytes are said to be, instead of where they are. */
  offset?: number;
  /** What stands in the archive, instead of the bytes packed. */
  packed?: Buffer;
};

function numbers(...fields: (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  return Buffer.concat(
    fields.map(([value, bytes]) => {
      const field = Buffer.alloc(bytes);
      if (bytes === 2) field.writeUInt16LE(value);
      else field.writeUInt32LE(value >>> 0);
      return field;
    }),
  );
}

/** The bytes of an archive, written by hand so that nothing in it has to be true. */
export function makeZip(files: readonly ZipFile[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const file of files) {
    const name = Buffer.from(file.name as string);
    const bytes = Buffer.from((file.bytes ?? "") as string);
    const method = file.method ?? 8;
    const packed = file.packed ?? (method === 8 ? deflateRawSync(bytes) : bytes);
    const flags = file.flags ?? UTF8_NAME;
    const said = numbers(
      ...([
        [20, 2],
        [flags, 2],
        [method, 2],
        [0, 2],
        [0, 2],
      ] as const),
      ...([
        [file.crc ?? crc32(bytes), 4],
        [packed.length, 4],
        [file.size ?? bytes.length, 4],
      ] as const),
      ...([
        [name.length, 2],
        [0, 2],
      ] as const),
    );
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), said, name, packed]);
    centrals.push(
      Buffer.from("PK\x01\x02"),
      numbers([MADE_BY_UNIX | 20, 2]),
      said,
      numbers(
        [0, 2],
        [0, 2],
        [0, 2],
        [((file.mode ?? 0o100644) << 16) >>> 0, 4],
        [file.offset ?? at, 4],
      ),
      name,
    );
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = numbers(
    [0, 2],
    [0, 2],
    [files.length, 2],
    [files.length, 2],
    [directory.length, 4],
    [at, 4],
    [0, 2],
  );
  return Buffer.concat([...locals, directory, Buffer.from("PK\x05\x06"), end]);
}
