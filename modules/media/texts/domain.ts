/** Which files have words, and when one is tried again. */
import type { Extension } from "#lib/format/file-kinds.ts";
import type { PaperFailure, Reading } from "#lib/papers/reading.ts";

/** Kinds of which somebody may search the words. @rule C42 */
export const KINDS_WITH_WORDS: readonly Extension[] = [
  "pdf",
  "ofd",
  "docx",
  "xlsx",
  "pptx",
  "doc",
  "xls",
  "zip",
];

/** What another hour may change: a busy machine, a disk that was away. The rest is how the file is. */
const PASSING: readonly PaperFailure[] = ["time", "memory", "crashed", "missing"];

const FIRST_PAUSE_SECONDS = 60;
const GROWTH = 4;

export type Outcome =
  | { state: "done"; text: string }
  | { state: "nothing" }
  | { state: "failed"; reason: PaperFailure; detail: string }
  | { state: "waiting"; reason: PaperFailure; detail: string; pauseSeconds: number };

/** @param attempt from 1 @param tries how often a file is tried at most */
export function outcomeOf(reading: Reading, attempt: number, tries: number): Outcome {
  if (reading.state !== "failed") return reading;
  const isLast = !PASSING.includes(reading.reason) || attempt >= tries;
  if (isLast) return reading;
  const pauseSeconds = FIRST_PAUSE_SECONDS * GROWTH ** (attempt - 1);
  return { ...reading, state: "waiting", pauseSeconds };
}
