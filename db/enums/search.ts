/** Tabs of the result page: the closed set. Which of them a site shows, in which order, is data. */
export const SEARCH_CLASSES = [
  "news",
  "service",
  "hot",
  "interpretation",
  "policy",
  "interaction",
  "organisation",
  "data",
  "supervision",
] as const;
export type SearchClass = (typeof SEARCH_CLASSES)[number];
