import type { SearchQuery } from "#modules/search/schema.ts";

/** What a citizen asks who types words and chooses nothing. */
export const questionOf = (
  siteId: number,
  q: string,
  more: Partial<SearchQuery> = {},
): SearchQuery => ({
  q,
  siteId,
  scope: "group",
  class: null,
  sort: "relevance",
  from: null,
  to: null,
  validity: null,
  regionCode: null,
  siteCode: null,
  organisationId: null,
  documentNumber: null,
  field: "all",
  exactTitle: false,
  literal: false,
  page: 1,
  ...more,
});
