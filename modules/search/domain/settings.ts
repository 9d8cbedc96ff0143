/** Every number of the search in one place. Tuned on classes of queries, never on single ones (bench search-quality). */
export const SEARCH = {
  queryMaxCharacters: 100,
  pageSize: 10,
  /** Deeper pages answer nothing that a narrower question would not answer better. */
  lastPage: 20,
  /** How many of the newest matches are ranked. */
  window: 200,
  /** With so many titles that hold the words, those come first by themselves, and texts after the last of them. */
  enoughTitles: 30,
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
} as const;

/**
 * What a plan costs, in microseconds on one machine: only their ratios matter. Walks, matches of titles, lists and counts
 * were measured on 300,000 documents of the bench; matches of texts and intersections are estimates, taken over from
 * the first plan (ADR 20). A text must be unpacked to be looked at, a title need not.
 */
export const COSTS = {
  /** Looking at one of the newest rows. */
  walked: { title: 1.1, document: 9.7 },
  /** Reading one match from its table, to sort by date. */
  matched: { title: 1.3, document: 2 },
  /** Finding one match in the index, however many are read. */
  listed: 0.08,
  /** One entry of the shortest list, beside which the others are looked up. */
  intersected: 0.3,
  /** Reading what a count offers to choose. */
  counted: 9_000,
} as const;

/** When the newest years are asked before all others (`plan.ts`). */
export const NEWEST = {
  /** So many times the wanted matches should be there: words are not spread evenly over years. */
  times: 2,
  /** Of all documents; of more than this, all are hardly more work. */
  mostShare: 0.5,
  /** Years after this one that are asked too, and years before. */
  ahead: 10,
  back: 20,
} as const;

/** BM25 over the texts that a widened search reads. */
export const NEARNESS = {
  k1: 1.2,
  /** How much a longer text takes from each part. */
  b: 0.9,
  /** Rare parts count more than by their rarity alone. */
  rarity: 1.5,
  /** How much more a text counts that holds what the question asks for: a time, a telephone number. */
  form: 0.4,
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
  /** Of that, for a part of the title between marks: there the words are less likely a piece of longer ones. */
  partBegins: 0.5,
  /** A word found by its synonym, against the word itself. */
  synonym: 0.6,
  /** How much a longer text takes from each word. */
  length: 0.35,
  documentNumber: 6,
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
