/** What the drawing of a result page tells the gateway, what the gateway writes, and what the desk is asked. */
import * as z from "zod";
import type { SearchChannel } from "#db/enums/searchlog.ts";
import { HOT_CHOICES, SEARCH_REMEDIES } from "#db/enums/searchlog.ts";
import { daySchema } from "#lib/day-schema.ts";

/** Of an answer: the words it may be counted by, what was found, and where its results lead. */
export const notedSchema = z.object({
  /** Null: not to be kept. */
  text: z.string().min(1).max(100).nullable(),
  scope: z.enum(["site", "group"]),
  /** "" for all classes. */
  class: z.string().max(20),
  hits: z.number().int().nonnegative(),
  /** The results of this page: place from 1, and every link of theirs as `host/path`. */
  shown: z
    .array(
      z.object({
        resourceId: z.number().int().positive(),
        place: z.number().int().positive(),
        addresses: z.array(z.string()).max(40),
      }),
    )
    .max(50),
});
export type Noted = z.infer<typeof notedSchema>;

export type QuestionSum = {
  site: number;
  text: string;
  scope: "site" | "group";
  class: string;
  asked: number;
  led: number;
  empty: number;
  clicked: number;
  hits: number;
};
export type DaySum = {
  site: number;
  channel: SearchChannel;
  asked: number;
  empty: number;
  clicked: number;
  withheld: number;
};
export type ClickSum = {
  site: number;
  text: string;
  resource: number;
  clicks: number;
  weight: number;
};
/** Sums since the last writing. */
export type Sums = { questions: QuestionSum[]; days: DaySum[]; clicks: ClickSum[] };

const note = z.string().trim().min(2).max(500);

/** What may be done to a task, by name. */
export const taskActInput = z.discriminatedUnion("act", [
  z.strictObject({
    act: z.literal("assign"),
    ownerId: z.number().int().positive(),
    dueOn: daySchema,
  }),
  z.strictObject({ act: z.literal("answer"), remedy: z.enum(SEARCH_REMEDIES), note }),
  z.strictObject({ act: z.literal("dismiss"), note }),
]);
export type TaskAct = z.infer<typeof taskActInput>;

/** `choice` null: the word is left to the counting again. */
export const hotChoiceInput = z.strictObject({
  siteId: z.number().int().positive(),
  text: z.string().trim().min(1).max(100),
  choice: z.enum(HOT_CHOICES).nullable(),
});
export type HotChoiceInput = z.infer<typeof hotChoiceInput>;
