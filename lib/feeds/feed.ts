/** A column as programs read it. Addresses are absolute, moments are dates. */
export type FeedItem = {
  title: string;
  url: string;
  publishedAt: Date;
  summary: string | null;
};

export type Feed = {
  title: string;
  description: string;
  /** The column's page, which the feed is a form of. */
  pageUrl: string;
  /** The feed's own address. */
  url: string;
  language: string;
  /** The organisation that answers for what is written. */
  author: string;
  items: readonly FeedItem[];
};

/** When the newest item appeared; an empty feed was never updated. */
export const updatedAt = ({ items }: Feed): Date =>
  new Date(Math.max(0, ...items.map(({ publishedAt }) => publishedAt.getTime())));
