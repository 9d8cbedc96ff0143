/** Every number of the query log in one place; days and rows that an operator may want otherwise are in lib/env.ts. */
const MINUTE_MS = 60_000;

/** What a gateway holds in its memory, and for how long. */
export const COLLECTING = {
  /** Who asks the same again within this time has asked once: pages turned, filters changed, reloads. */
  askedAgainMs: 30 * MINUTE_MS,
  /** A page opened so long after the question was still opened from its results. */
  openedWithinMs: 30 * MINUTE_MS,
  /** The same result opened again by the same client for the same words counts once in this time. */
  openedAgainMs: 24 * 60 * MINUTE_MS,
  mostClients: 2_000,
  resultsPerClient: 4,
  /** Marks of what was counted already. */
  mostMarks: 20_000,
  /** Rows of one kind that wait to be written; below what `search_note()` takes. */
  mostRows: 1_500,
  writeEveryMs: 5_000,
} as const;

/** What clicks may do to the order of results. */
export const CLICKS = {
  days: 90,
  /** A click, and an asking, counts half after so many days. */
  halfLifeDays: 30,
  /** Words asked less often than this give no result anything. */
  leastAsked: 20,
  /** Askings without a click that every result is taken to have had: a few clicks are no rate. */
  strength: 20,
  /** A click far down counts more, for few look there; at most this much. */
  mostWeight: 3,
} as const;

/** Words that others have asked. */
export const POPULAR = {
  /** Days of the hot words, and of the related ones. */
  hotDays: 7,
  relatedDays: 90,
  /** Asked by so many, of their own accord. */
  leastHot: 10,
  leastRelated: 3,
  /** Places in the list of hot words, and candidates whose hits are looked at for it. */
  hotShown: 10,
  hotCandidates: 20,
  /** Questions of a site that may be related to one. */
  kept: 300,
  relatedShown: 8,
  /** Questions that share words, of which the nearest are taken. */
  relatedCandidates: 40,
  neighbours: 8,
  longestShown: 20,
  renewEveryMs: 5 * MINUTE_MS,
} as const;

/** When a question becomes somebody's task. */
export const TASKS = {
  days: 30,
  /** Share of the askings that found nothing. */
  emptyShare: 0.5,
  /** Days until it is due. */
  dueDays: 7,
  /** New tasks of a site in one go. */
  atOnce: 50,
  /** After an answer or a dismissal a question rests for so many days before it is raised again. */
  restDays: 30,
  /** Days before and after an answer that are compared. */
  effectDays: 30,
} as const;

/** What the desk shows. */
export const STATISTICS = {
  periods: [7, 30, 90],
  /** Words asked by fewer are in the sums alone: what one person asked is nobody's to read. */
  leastShown: 3,
  shown: 50,
  exported: 5_000,
} as const;

/** Words asked by fewer than `leastShown` are forgotten after this many days already. */
export const RARE_DAYS = 30;
