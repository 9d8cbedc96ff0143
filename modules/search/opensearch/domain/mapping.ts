/** What an index of OpenSearch is made of: data. All analysis is the platform's own, so no plugin is needed. */

/** Fields of the words of a row, by tier (`domain/row.ts`): title, document numbers, files, text. */
export const TIER_FIELDS = { A: "a", B: "b", C: "c", D: "d" } as const;
export type WordTier = keyof typeof TIER_FIELDS;

/**
 * Words as they are: the engine may neither cut nor fold them again, nor cut long ones off, so they are
 * keywords and no analysed text. They are looked up only, so nothing is kept by document.
 */
const words = { type: "keyword", doc_values: false } as const;
const tier = { ...words, copy_to: "words" } as const;

export const INDEX = {
  settings: {
    index: {
      number_of_shards: 1,
      /** One copy more where there is a second node to hold it. */
      auto_expand_replicas: "0-1",
      /** What a publish waits for before it is found, at most. */
      refresh_interval: "1s",
      /** How long a deletion's version is remembered: longer than any request of a worker may hang. */
      gc_deletes: "1h",
    },
  },
  mappings: {
    /** A field that is not told of here is a defect. */
    dynamic: "strict",
    properties: {
      resourceId: { type: "long" },
      publishedAt: { type: "date" },
      class: { type: "keyword" },
      siteIds: { type: "long" },
      regionCode: { type: "keyword" },
      organisationId: { type: "long" },
      year: { type: "integer" },
      /** How much a word counts in a text of this length; 1 in the shortest. */
      brevity: { type: "float" },
      words,
      filters: tier,
      [TIER_FIELDS.A]: tier,
      [TIER_FIELDS.B]: tier,
      [TIER_FIELDS.C]: tier,
      [TIER_FIELDS.D]: tier,
      titleWords: words,
    },
  },
} as const;
