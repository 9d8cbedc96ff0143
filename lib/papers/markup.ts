/** Text within the XML of office papers, told by the local names of its elements. */
import { pumpXml, xmlProblem } from "#lib/formats/xml.ts";
import type { Gathered } from "./gathered.ts";
import { PaperProblem } from "./reading.ts";

/** Which elements hold text, which end a line, which part words, and which say it a second time. */
export type Shape = {
  texts: ReadonlySet<string>;
  lines: ReadonlySet<string>;
  gaps: ReadonlySet<string>;
  skipped: ReadonlySet<string>;
};

export const shape = (parts: Partial<Record<keyof Shape, readonly string[]>>): Shape => ({
  texts: new Set(parts.texts),
  lines: new Set(parts.lines),
  gaps: new Set(parts.gaps),
  skipped: new Set(parts.skipped),
});

const SLICE_BYTES = 64 * 1024;

async function* slicesOf(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += SLICE_BYTES)
    yield bytes.subarray(from, from + SLICE_BYTES);
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Adds the text of one part; stops when enough is gathered. @throws {PaperProblem} */
export async function readMarkup(bytes: Buffer, like: Shape, into: Gathered): Promise<void> {
  let within = 0;
  let skipping = 0;
  const listener = {
    open: ({ name }: { name: string }) => {
      const local = localName(name);
      if (like.skipped.has(local)) skipping += 1;
      else if (like.texts.has(local)) within += 1;
      else if (like.gaps.has(local) && skipping === 0) into.add(" ");
    },
    text: (text: string) => {
      if (within > 0 && skipping === 0) into.add(text);
    },
    close: (name: string) => {
      const local = localName(name);
      if (like.skipped.has(local)) skipping -= 1;
      else if (like.texts.has(local)) within -= 1;
      if (like.lines.has(local) && skipping === 0) into.add("\n");
    },
  };
  try {
    for await (const _ of pumpXml(slicesOf(bytes), listener)) if (into.isFull) return;
  } catch (error) {
    throw new PaperProblem("damaged", xmlProblem(error));
  }
}
