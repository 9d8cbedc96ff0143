/** `/api/v1/openapi.json`: the parameters are those of the result page, read by the same schema. */
import "server-only";
import { SEARCH_CLASSES } from "#db/enums/search.ts";
import { QUESTION_PATHS, SEARCH_WORDS } from "#lib/routing/search.ts";
import { SEARCH, SUGGESTIONS } from "#modules/search/domain/settings.ts";

const text = { type: "string" } as const;
const day = { type: "string", format: "date" } as const;
const oneOf = (values: readonly string[]) => ({ type: "string", enum: values });
const listOf = (items: object) => ({ type: "array", items });
const orNull = (schema: object) => ({ oneOf: [schema, { type: "null" }] });

const parameter = (name: string, schema: object, description: string) => ({
  ...{ name, in: "query", required: false, schema, description },
});

const PARAMETERS = [
  parameter("q", { ...text, maxLength: SEARCH.queryMaxCharacters }, "what is searched for"),
  parameter("class", oneOf(SEARCH_CLASSES), "kind of result"),
  parameter("scope", { ...oneOf(["site", "group"]), default: "site" }, "this site, or all sites"),
  parameter("sort", { ...oneOf(["relevance", "time"]), default: "relevance" }, "order"),
  parameter("from", day, "published on this day or later (Asia/Shanghai)"),
  parameter("to", day, "published on this day or earlier"),
  parameter(
    "validity",
    oneOf(["current", "invalid"]),
    "`invalid`: documents repealed or expired as a whole; `current`: all others, amended ones too",
  ),
  parameter("region", { ...text, pattern: "^\\d{6}$" }, "code of an administrative division"),
  parameter("site", text, "code of a site of the group"),
  parameter(
    "org",
    { type: "integer", minimum: 1 },
    "number of one of `organisations`: who the results come from",
  ),
  parameter("number", text, "发文字号 or 索引号, in any spelling"),
  parameter("field", { ...oneOf(["all", "title", "body"]), default: "all" }, "where to look"),
  parameter("exact", oneOf(["1"]), "the title holds the words as they are"),
  parameter("literal", oneOf(["1"]), "no synonyms, no corrections"),
  parameter("page", { type: "integer", minimum: 1, maximum: SEARCH.lastPage, default: 1 }, "page"),
];

const FILE = {
  type: "object",
  properties: {
    ...{ name: text, url: text, extension: text, sizeBytes: { type: "integer" } },
    isWhereFound: { type: "boolean", description: "the words stand in the file" },
  },
};
const CARD = {
  type: "object",
  description: "what a service or a body is asked for",
  properties: {
    type: text,
    fields: listOf({
      type: "object",
      properties: { field: text, name: text, lines: listOf(text) },
    }),
  },
};
const HIT = {
  type: "object",
  required: ["title", "url", "class", "site", "publishedAt"],
  properties: {
    ...{ title: text, url: text, snippet: text, class: oneOf(SEARCH_CLASSES), site: text },
    snippetFile: orNull({
      ...text,
      description: "the attachment that the snippet is a passage of",
    }),
    ...{ organisation: orNull(text), documentNumber: orNull(text), validity: text },
    isBestBet: { type: "boolean", description: "chosen by editors for this question" },
    isArchived: { type: "boolean", description: "已归档: kept for reading, not kept up" },
    publishedAt: { type: "string", format: "date-time" },
    place: { ...listOf(text), description: "省, 市, 县 of the site, from above" },
    card: orNull(CARD),
    attachments: listOf(FILE),
    reprints: listOf({ type: "object", properties: { site: text, url: text } }),
  },
};
const COUNT = {
  type: "object",
  description: "isExact false: at least so many",
  properties: { count: { type: "integer" }, isExact: { type: "boolean" } },
};
const counted = (value: Record<string, object>) =>
  listOf({ type: "object", properties: { ...value, count: COUNT } });

const objectOf = (properties: Record<string, object>) => ({
  ...{ type: "object", required: Object.keys(properties), properties },
});

const ASKED = {
  description: "the question as it was read; what was not chosen is null, or what is usual",
  ...objectOf({
    ...{ q: text, class: orNull(oneOf(SEARCH_CLASSES)), scope: oneOf(["site", "group"]) },
    ...{ sort: oneOf(["relevance", "time"]), from: orNull(day), to: orNull(day) },
    validity: orNull(oneOf(["current", "invalid"])),
    regionCode: orNull({ ...text, description: "`region` of the address" }),
    siteCode: orNull({ ...text, description: "`site` of the address" }),
    organisationId: orNull({ type: "integer", description: "`org` of the address" }),
    documentNumber: orNull({ ...text, description: "`number` of the address" }),
    field: oneOf(["all", "title", "body"]),
    exactTitle: { type: "boolean", description: "`exact` of the address" },
    ...{ literal: { type: "boolean" }, page: { type: "integer" } },
    ignored: {
      ...listOf(oneOf(SEARCH_WORDS)),
      description: "parameters that could not be read and were left out",
    },
    isCut: { type: "boolean", description: "`q` was too long; only its beginning was searched" },
  }),
};

const UNDERSTOOD = {
  description: "what was made of the words; null when nothing was asked",
  ...objectOf({
    searched: { ...text, description: "what was searched in the end" },
    suggestion: orNull({
      ...text,
      description: "perhaps meant; what was asked has results of its own",
    }),
    corrected: orNull({
      ...objectOf({ from: text, to: text }),
      description: "`from` is nowhere, `to` was searched instead",
    }),
    expanded: {
      ...listOf(objectOf({ from: text, to: listOf(text) })),
      description: "official names that were searched too",
    },
    whole: orNull({
      type: "integer",
      description: "how many hold all the words, when others that hold only some stand with them",
    }),
    relaxed: {
      ...listOf(text),
      description: "words let go because all of them together are nowhere",
    },
    documentNumber: orNull({ ...text, description: "recognised in `q`, in its usual spelling" }),
    region: orNull({
      ...objectOf({ code: text, name: text, said: text }),
      description: "named in `q` as `said`; offered, never taken",
    }),
    periods: {
      ...listOf(objectOf({ from: day, to: day, said: text, isRelative: { type: "boolean" } })),
      description:
        "named in `q` as `said`; offered, never taken; a relative one (去年) is no word to look for",
    },
  }),
};

const ANSWER = {
  type: "object",
  properties: {
    asked: ASKED,
    understood: orNull(UNDERSTOOD),
    total: COUNT,
    ...{ page: { type: "integer" }, pages: { type: "integer" }, tookMs: { type: "number" } },
    isPartial: { type: "boolean", description: "time was up: right, but not all" },
    classes: counted({ value: oneOf(SEARCH_CLASSES) }),
    sites: counted({ code: text, name: text }),
    regions: counted({ code: text, name: text, parentCode: orNull(text) }),
    organisations: counted({ id: { type: "integer" }, name: text }),
    years: counted({ value: { type: "integer" } }),
    related: { ...listOf(text), description: "what else was asked in such words" },
    hits: listOf(HIT),
  },
};
const SUGGESTED = {
  type: "object",
  properties: {
    suggestions: {
      ...listOf({ type: "object", properties: { text, kind: text } }),
      maxItems: SUGGESTIONS.shown,
    },
  },
};

const answers = (schema: object) => ({
  "200": { description: "OK", content: { "application/json": { schema } } },
  "429": { description: "too many questions; `Retry-After` says when to ask again" },
  "503": { description: "not available now; `Retry-After` says when to ask again" },
});

const operation = (id: string, summary: string, parameters: object[], schema: object) => ({
  get: { operationId: id, summary, parameters, responses: answers(schema) },
});

/** OpenAPI 3.1 of a site's answers for programs. */
export const openapi = (origin: string): object => ({
  openapi: "3.1.0",
  info: { title: "政枢 search", version: "1", description: "Public: what a citizen may read." },
  servers: [{ url: origin }],
  paths: {
    [QUESTION_PATHS.answer]: operation("search", "results as on /search", PARAMETERS, ANSWER),
    [QUESTION_PATHS.suggestions]: operation(
      "suggest",
      "what could be meant by what was typed so far",
      PARAMETERS.slice(0, 1),
      SUGGESTED,
    ),
  },
});
