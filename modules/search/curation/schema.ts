/** What the desk sends when editors change the search; every text is one line, without control characters. */
import * as z from "zod";
import { SEARCH_CLASSES } from "#db/enums/search.ts";
import { daySchema } from "#lib/day-schema.ts";
import { CURATION } from "#modules/search/domain/settings.ts";

const line = (least: number, most: number) =>
  z
    .string()
    .transform((text) =>
      text
        .normalize("NFC")
        .replace(/[\p{Cc}\ufffd]+/gu, " ")
        .trim(),
    )
    .pipe(z.string().min(least).max(most));

const id = z.number().int().positive();
const day = daySchema.nullable();

/** Results that stand first. `id` null: a new one; `siteId` null: for the whole group. */
export const bestBetInput = z.strictObject({
  id: id.nullable(),
  /** Of the row that the editor saw; 0 of a new one. */
  revision: z.number().int().nonnegative(),
  siteId: id.nullable(),
  questions: z.array(line(1, CURATION.questionCharacters)).min(1).max(CURATION.questions),
  resourceIds: z.array(id).min(1).max(CURATION.bestBets),
  from: day,
  until: day,
  reason: line(2, CURATION.reasonCharacters),
});
export type BestBetInput = z.infer<typeof bestBetInput>;

export const bestBetDeletion = z.strictObject({ id });

/** Looks for what may be recommended: by words, or by the address of a page. */
export const candidateInput = z.strictObject({ siteId: id.nullable(), words: line(1, 500) });
export type CandidateInput = z.infer<typeof candidateInput>;

const word = line(1, CURATION.wordCharacters);
const official = z.array(line(1, CURATION.officialCharacters)).min(1).max(CURATION.officialNames);

/** One word with its official names; `before` is the word that this one replaces, null for a new one. */
export const synonymInput = z.strictObject({ before: word.nullable(), word, official });
export type SynonymInput = z.infer<typeof synonymInput>;

export const synonymTrialInput = z.strictObject({ siteId: id, word, official });
export type SynonymTrialInput = z.infer<typeof synonymTrialInput>;

export const wordInput = z.strictObject({ word });

/** One line of a file of synonyms. */
export const synonymLine = z.object({ word, official });

/** The kinds of results that a site shows, in order; none: as usual. */
export const classTabsInput = z.strictObject({
  siteId: id,
  tabs: z
    .array(
      z.strictObject({
        class: z.enum(SEARCH_CLASSES),
        name: line(1, CURATION.tabCharacters).nullable(),
      }),
    )
    .max(SEARCH_CLASSES.length)
    .refine((tabs) => new Set(tabs.map((tab) => tab.class)).size === tabs.length, "malformed"),
});
export type ClassTabsInput = z.infer<typeof classTabsInput>;
