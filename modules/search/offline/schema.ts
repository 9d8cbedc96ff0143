/** One text of a site as its offline search knows it; `text`: its beginning. */
export type OfflineEntry = {
  title: string;
  path: string;
  column: string;
  publishedAt: Date;
  text: string;
};

export const OFFLINE = {
  /** Of the document number and the text together: the whole index is in the reader's memory. */
  characters: 400,
  /** Resources read at once. */
  chunk: 500,
} as const;
