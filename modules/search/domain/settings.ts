/** Every number of the search in one place. Tuned on classes of queries, never on single ones (bench search-quality). */
export const SEARCH = {
  queryMaxCharacters: 100,
  pageSize: 10,
  /** Deeper pages answer nothing that a narrower question would not answer better. */
  lastPage: 20,
  /** How many of the newest matches are ranked. */
  window: 200,
  /** Counts are exact up to here, then "1000+". */
  countCap: 1_000,
  /** Of those that results come from, so many are offered to choose. */
  offeredOrganisations: 8,
  deadlineMs: 2_000,
  /** What an external engine may take of it. Who fails is left alone for a while, and the next one finds. */
  engineMs: 800,
  engineRestMs: 5_000,
  /** A question with fewer full matches than this is widened. */
  fewHits: 5,
  /** Documents whose words a widened search may touch. */
  widenedDocuments: 4_000,
  /** The best of them, in titles and in texts each, that are ranked. */
  widenedRows: 140,
  /** Of what a widened search found, so many are read, each from its beginning. */
  readTexts: 130,
  readCharacters: 1_000,
  /** Rarest words by which a widened search finds its documents. */
  widenedWords: 10,
  /** Of those, and of single characters of titles, so many are asked for two by two. */
  widenedTogether: 5,
  /** Entries of single characters that a widened search may read from the index of titles. */
  characterRows: 200_000,
  indexedCharacters: 20_000,
  /** Of all files of a document together; so many of its files are looked into. */
  fileCharacters: 6_000,
  indexedFiles: 10,
  snippetCharacters: 120,
  /** A word is told at most this often of one text: more says nothing. */
  occurrences: 2,
  /** Cost of looking at one row of a date walk, in rows of an index scan. */
  walkCost: 10,
} as const;

/** BM25 over the texts that a widened search reads. */
export const NEARNESS = {
  k1: 1.2,
  /** How much a longer text takes from each part. */
  b: 0.75,
  /** Rare parts count more than by their rarity alone. */
  rarity: 1.5,
} as const;

/** Suggestions while typing: a bounded set in the memory of the process that draws pages. */
export const SUGGESTIONS = {
  /** How many are offered. */
  shown: 8,
  /** Newest titles of all classes, and of services beside them. */
  titles: 30_000,
  services: 10_000,
  /** Characters of a title by whose sounds it is found. */
  soundCharacters: 12,
  /** What the index answers before the best are chosen. */
  candidates: 400,
  /** Longer titles are no suggestion, they fill a line. */
  longest: 40,
  renewMs: 60_000,
  /** Entries that are taken in before others may use the process. */
  slice: 500,
} as const;

/** What editors manage: bounds of what they may write, and of what a screen shows. */
export const CURATION = {
  /** Results that may stand first for one question. */
  bestBets: 5,
  /** Spellings of one question. */
  questions: 20,
  questionCharacters: 60,
  reasonCharacters: 200,
  /** Longer words are no words but sentences. */
  wordCharacters: 20,
  officialNames: 10,
  officialCharacters: 60,
  tabCharacters: 8,
  fileBytes: 5 * 1024 * 1024,
  /** Of a file that is taken in, and of one that is given out. */
  fileLines: 50_000,
  fileRows: 500_000,
  /** Wrong lines of a file that are named at once. */
  namedLines: 20,
  /** Rows of a list on one screen. */
  rows: 50,
  /** What is offered to be recommended. */
  candidates: 10,
  /** Titles shown of a trial, and how long each of its two searches may take: an editor waits longer than a reader. */
  trialTitles: 5,
  trialMs: 8_000,
} as const;

/** Weights of the ranking: one page, data. */
export const WEIGHTS = {
  /** A: title, B: document numbers, C: files and what is in them, D: text; in the order of PostgreSQL: D, C, B, A. */
  tiers: [0.35, 0.3, 0.8, 1],
  /** Words of the text; 1 when all words stand in it. */
  text: 1,
  /** Nearness by pairs of characters, when no text holds all words. */
  near: 0.8,
  /** A single character of a title, against a pair. */
  character: 0.7,
  /** Rare grams count more than by their rarity alone. */
  rarity: 1.5,
  titleCoverage: 1.6,
  titleAlike: 1.4,
  titleExact: 1,
  titleBegins: 0.3,
  /** A word found by its synonym, against the word itself. */
  synonym: 0.6,
  /** How much a longer text takes from each word. */
  length: 0.35,
  documentNumber: 6,
  original: 0.05,
  inForce: 0.15,
  /** What readers open; small, so that it decides among equals and can push nothing past a better match (ADR 29). */
  clicks: 0.2,
  fresh: 0.15,
  /** Days after which freshness has halved, by class. */
  halfLifeDays: {
    news: 120,
    service: 3_650,
    hot: 365,
    interpretation: 730,
    policy: 3_650,
    interaction: 365,
    organisation: 3_650,
    data: 365,
    supervision: 365,
  },
} as const;
