/** The words of a file, whatever it calls itself: its first bytes tell what it is. */
import { isCompound } from "./compound.ts";
import { readCompound } from "./compound-papers.ts";
import { readPacked } from "./packed.ts";
import { readPdf } from "./pdf.ts";
import { readPlain } from "./plain.ts";
import { PaperProblem } from "./reading.ts";

/** A PDF may have something before its mark. */
const PDF_HEAD_BYTES = 1024;
const PDF_MARK = "%PDF-";
const ZIP_MARK = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(ZIP_MARK);

async function read(bytes: Buffer, limit: number): Promise<string | null> {
  if (bytes.subarray(0, PDF_HEAD_BYTES).includes(PDF_MARK)) return await readPdf(bytes, limit);
  if (isCompound(bytes)) return readCompound(bytes, limit);
  return readPlain(bytes, limit);
}

/** In an archive: an archive in it is not opened, and what cannot be read leaves the others readable. */
async function readInner(bytes: Buffer, limit: number): Promise<string | null> {
  try {
    if (isZip(bytes)) return await readPacked(bytes, limit, () => Promise.resolve(null));
    return await read(bytes, limit);
  } catch {
    return null;
  }
}

/** At most `limit` characters; empty when there are no words in it. @throws {PaperProblem} */
export async function readPaper(bytes: Buffer, limit: number): Promise<string> {
  if (bytes.length === 0) throw new PaperProblem("damaged", "0 bytes");
  const text = isZip(bytes) ? await readPacked(bytes, limit, readInner) : await read(bytes, limit);
  if (text === null) throw new PaperProblem("unknown-kind", "no kind of file that has words");
  return text;
}
