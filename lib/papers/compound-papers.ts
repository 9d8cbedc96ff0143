/** Papers of old Office and WPS, told by the stream that they cannot be without. */
import { openCompound } from "./compound.ts";
import { PaperProblem } from "./reading.ts";
import { readSheetBinary } from "./sheet-binary.ts";
import { readWordBinary } from "./word-binary.ts";

/** @throws {PaperProblem} */
export function readCompound(bytes: Buffer, limit: number): string {
  const read = openCompound(bytes);
  // Office Open XML with a password lies in a compound file.
  if (read("EncryptedPackage")) throw new PaperProblem("encrypted", "Office Open XML");
  if (read("WordDocument")) return readWordBinary(read, limit);
  const table = read("Workbook") ?? read("Book");
  if (table) return readSheetBinary(table, limit);
  throw new PaperProblem("unknown-kind", "a compound file without text or table");
}
