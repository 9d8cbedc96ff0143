/** What became of reading the words of a file: the child process says it, the worker keeps it. */
import * as z from "zod";

/** Why a file has no words for us. The last five are said of the child process, the others by it. */
export const PAPER_FAILURES = [
  "encrypted",
  "damaged",
  "unknown-kind",
  "too-much",
  "time",
  "memory",
  "output",
  "crashed",
  "missing",
] as const;
export type PaperFailure = (typeof PAPER_FAILURES)[number];

export const readingSchema = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("done"), text: z.string() }),
  /** No words in it: a scanned picture, an empty form. */
  z.strictObject({ state: z.literal("nothing") }),
  z.strictObject({
    state: z.literal("failed"),
    reason: z.enum(PAPER_FAILURES),
    /** What the reader of its kind complained of, for operators. */
    detail: z.string().max(200),
  }),
]);
export type Reading = z.infer<typeof readingSchema>;

/** A file that cannot be read, and why. */
export class PaperProblem extends Error {
  override readonly name = "PaperProblem";
  readonly reason: PaperFailure;

  constructor(reason: PaperFailure, message: string) {
    super(message);
    this.reason = reason;
  }
}
