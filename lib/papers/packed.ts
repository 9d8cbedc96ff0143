/** Papers that are zip archives of XML: Office Open XML and OFD; and archives of papers. */
import type { PageTree } from "#lib/formats/tree.ts";
import { TreeProblem } from "#lib/formats/tree.ts";
import { openZip } from "#lib/formats/zip.ts";
import { Gathered } from "./gathered.ts";
import type { Shape } from "./markup.ts";
import { readMarkup, shape } from "./markup.ts";
import { PaperProblem } from "./reading.ts";

/** XML of tables packs to a fiftieth, a bomb to a thousandth. */
const BOUNDS = { maxRatio: 300, maxTotalBytes: 256 * 1024 * 1024, maxEntries: 5_000 };

type Kind = { mark: string; parts: RegExp; like: Shape; isLaidOut?: boolean };

const KINDS: readonly Kind[] = [
  {
    mark: "word/document.xml",
    parts: /^word\/(?:document|footnotes|endnotes)\.xml$/,
    like: shape({
      texts: ["t"],
      lines: ["p"],
      gaps: ["tab", "br", "cr"],
      // A text box is told twice, for old readers; what was moved or deleted is not there any more.
      skipped: ["Fallback", "moveFrom", "del"],
    }),
  },
  {
    mark: "xl/workbook.xml",
    parts: /^xl\/(?:sharedStrings|worksheets\/sheet\d+)\.xml$/,
    // `rPh` says how a word is read aloud, not what it is.
    like: shape({ texts: ["t"], lines: ["si", "is"], skipped: ["rPh"] }),
  },
  {
    mark: "ppt/presentation.xml",
    parts: /^ppt\/slides\/slide\d+\.xml$/,
    like: shape({ texts: ["t"], lines: ["p"], gaps: ["br"], skipped: ["Fallback"] }),
  },
  {
    mark: "OFD.xml",
    parts: /^(?:.*\/)?Pages\/[^/]+\/[^/]+\.xml$/,
    like: shape({ texts: ["TextCode"], lines: ["TextObject"] }),
    isLaidOut: true,
  },
];

/** `slide10.xml` comes after `slide9.xml`. */
const inOrder = new Intl.Collator("en", { numeric: true }).compare;

type Listed = { path: string; problem: string | null };

async function listEntries(tree: PageTree): Promise<Listed[]> {
  const entries: Listed[] = [];
  for await (const { path, problem } of tree.entries()) entries.push({ path, problem });
  return entries.sort((a, b) => inOrder(a.path, b.path));
}

/** What the archive's reader says, as a reason. */
function problemOf(path: string, said: string): PaperProblem {
  if (/encrypted/.test(said)) return new PaperProblem("encrypted", path);
  const isLarge = /too much|larger than/.test(said);
  return new PaperProblem(isLarge ? "too-much" : "damaged", `${path} ${said}`.trim());
}

async function readPart(tree: PageTree, { path, problem }: Listed): Promise<Buffer> {
  if (problem) throw problemOf(path, problem);
  try {
    return await tree.read(path);
  } catch (error) {
    if (error instanceof TreeProblem) throw problemOf(path, error.message);
    throw error;
  }
}

/** Reads a file that lies in an archive; null when it is nothing with words. */
export type ReadInner = (bytes: Buffer, limit: number) => Promise<string | null>;

async function readInner(
  tree: PageTree,
  entries: readonly Listed[],
  read: ReadInner,
  limit: number,
): Promise<string> {
  const into = new Gathered(limit);
  for (const entry of entries) {
    if (into.isFull) break;
    if (entry.problem === null)
      into.add(`${(await read(await readPart(tree, entry), limit)) ?? ""}\n`);
  }
  return into.text();
}

/** The words of a zip archive: of the paper it is, or of the papers in it, one level down. @throws {PaperProblem} */
export async function readPacked(bytes: Buffer, limit: number, read: ReadInner): Promise<string> {
  const tree = await openZip(bytes, BOUNDS);
  const entries = await listEntries(tree);
  const kind = KINDS.find(({ mark }) => entries.some(({ path }) => path === mark));
  if (!kind) {
    const broken = entries.find(({ problem }) => problem !== null);
    if (broken?.problem && entries.length === 1) throw problemOf(broken.path, broken.problem);
    return await readInner(tree, entries, read, limit);
  }
  const into = new Gathered(limit);
  for (const entry of entries) {
    if (into.isFull) break;
    if (kind.parts.test(entry.path)) await readMarkup(await readPart(tree, entry), kind.like, into);
  }
  return into.text({ isLaidOut: kind.isLaidOut ?? false });
}
