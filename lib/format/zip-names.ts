/** The list of contents of a ZIP file, read without unpacking anything. */

const END = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const MAX_COMMENT = 65_535;
const MAX_ENTRIES = 2_000;

/** Names of the files in an archive; null when its list cannot be read to the end. */
export function zipNames(bytes: Buffer): string[] | null {
  const end = endOf(bytes);
  if (end === null) return null;
  const count = bytes.readUInt16LE(end + 10);
  if (count > MAX_ENTRIES) return null;
  const names: string[] = [];
  let at = bytes.readUInt32LE(end + 16);
  while (names.length < count) {
    if (at + ENTRY_BYTES > end || bytes.readUInt32LE(at) !== ENTRY) return null;
    const begin = at + ENTRY_BYTES;
    const nameEnd = begin + bytes.readUInt16LE(at + 28);
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    if (at > end) return null;
    // Chinese Windows writes names in GBK: only their ends are looked at, and those are ASCII.
    names.push(bytes.subarray(begin, nameEnd).toString("latin1"));
  }
  return names;
}

/** Where the record at the archive's end begins; only a comment may follow it. */
function endOf(bytes: Buffer): number | null {
  const at = bytes.lastIndexOf(END);
  const isThere = at >= 0 && at + END_BYTES <= bytes.length;
  return isThere && at >= bytes.length - END_BYTES - MAX_COMMENT ? at : null;
}

/** What a citizen may find in an archive: papers, pictures, data. Nothing that runs, no archive in it. */
const HARMLESS =
  /\.(?:docx?|xlsx?|pptx?|wps|et|dps|pdf|ofd|txt|csv|json|xml|jpe?g|png|gif|webp|tiff?|mp[34]|webm)$/i;

/** An archive that holds nothing but papers, pictures and data, none of them outside its own folder. */
export function isHarmlessArchive(bytes: Buffer): boolean {
  const names = zipNames(bytes);
  const files = names?.filter((name) => !name.endsWith("/")) ?? [];
  return (
    files.length > 0 &&
    files.every((name) => HARMLESS.test(name) && !/^[/\\]|(?:^|[/\\])\.\.[/\\]|^[a-z]:/i.test(name))
  );
}
