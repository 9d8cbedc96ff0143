/** The words of a PDF, by pdf.js: characters as the page shows them, lines as they are laid out. */
import { join } from "node:path";
import { Gathered } from "./gathered.ts";
import { PaperProblem } from "./reading.ts";

/** Chinese fonts that are not in the file are read by Adobe's tables, which come with the library. */
const CMAPS = join(import.meta.dirname, "../../node_modules/pdfjs-dist/cmaps/");

type Paper = Awaited<ReturnType<typeof openPdf>>;

async function openPdf(bytes: Buffer) {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  return await getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: CMAPS,
    cMapPacked: true,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    verbosity: 0,
  }).promise;
}

async function readPages(paper: Paper, into: Gathered): Promise<void> {
  for (let number = 1; number <= paper.numPages && !into.isFull; number += 1) {
    const page = await paper.getPage(number);
    const { items } = await page.getTextContent();
    for (const item of items) if ("str" in item) into.add(item.hasEOL ? `${item.str}\n` : item.str);
    into.add("\n");
    page.cleanup();
  }
}

/** @throws {PaperProblem} */
export async function readPdf(bytes: Buffer, limit: number): Promise<string> {
  const into = new Gathered(limit);
  try {
    await readPages(await openPdf(bytes), into);
  } catch (error) {
    const { name, message } = error as Error;
    const isLocked = name === "PasswordException";
    throw new PaperProblem(isLocked ? "encrypted" : "damaged", `${name}: ${message}`);
  }
  return into.text({ isLaidOut: true });
}
