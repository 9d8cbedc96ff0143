/** The address of the result page, the API and the form speak the same words; this is the one place that reads and writes them. */
import * as z from "zod";
import { SEARCH_CLASSES } from "#db/enums/search.ts";
import { daySchema } from "#lib/day-schema.ts";
import { asText, SEARCH_WORDS } from "#lib/routing/search.ts";
import { SEARCH } from "#modules/search/domain/settings.ts";
import type { SearchQuery } from "#modules/search/schema.ts";

/** A question without the site it is asked at. */
export type Asked = Omit<SearchQuery, "siteId">;

/** The plain question. */
const NOTHING = { scope: "site", sort: "relevance", field: "all" } as const;

/** One schema a word; what does not fit is named and left out, so that no question ends in an error. */
const WORDS = {
  q: z.string(),
  class: z.enum(SEARCH_CLASSES),
  scope: z.enum(["site", "group"]),
  sort: z.enum(["relevance", "time"]),
  from: daySchema,
  to: daySchema,
  validity: z.enum(["current", "invalid"]),
  region: z.string().regex(/^\d{6}$/),
  site: z.string().regex(/^[a-z0-9-]{2,40}$/),
  org: z.string().regex(/^[1-9]\d{0,15}$/),
  number: z.string(),
  field: z.enum(["all", "title", "body"]),
  exact: z.literal("1"),
  literal: z.literal("1"),
  page: z.string().regex(/^[1-9]\d{0,3}$/),
} as const satisfies Record<(typeof SEARCH_WORDS)[number], z.ZodType<string>>;

type Word = (typeof SEARCH_WORDS)[number];

const cut = (text: string): string => [...text].slice(0, SEARCH.queryMaxCharacters).join("");

type Said = { [Name in Word]?: string };

/** What the words say, and those that say nothing that could be understood. */
function sayings(query: URLSearchParams): { said: Said; ignored: Word[] } {
  const said: Said = {};
  const ignored: Word[] = [];
  for (const word of SEARCH_WORDS) {
    const value = asText(query.get(word) ?? "").trim();
    if (value === "") continue;
    if (WORDS[word].safeParse(value).success) said[word] = value;
    else ignored.push(word);
  }
  return { said, ignored };
}

/** Days the wrong way round are what was meant, in the other order. */
function periodOf({ from, to }: Said): Pick<Asked, "from" | "to"> {
  return from && to && from > to ? { from: to, to: from } : { from: from ?? null, to: to ?? null };
}

const CHOICES = z.object({
  scope: WORDS.scope.default(NOTHING.scope),
  class: WORDS.class.nullable().default(null),
  sort: WORDS.sort.default(NOTHING.sort),
  validity: WORDS.validity.nullable().default(null),
  field: WORDS.field.default(NOTHING.field),
});

/** Words that could not be understood, and whether the question was longer than may be asked. */
export type Reading = { asked: Asked; ignored: Word[]; isCut: boolean };

/** Reads a query string; never fails. */
export function readAsked(query: URLSearchParams): Reading {
  const { said, ignored } = sayings(query);
  const q = (said.q ?? "").normalize("NFC");
  const asked: Asked = {
    ...CHOICES.parse(said),
    ...periodOf(said),
    q: cut(q),
    regionCode: said.region ?? null,
    siteCode: said.site ?? null,
    organisationId: said.org ? Number(said.org) : null,
    documentNumber: said.number ? cut(said.number) : null,
    exactTitle: said.exact === "1",
    literal: said.literal === "1",
    page: Math.min(Number(said.page ?? 1), SEARCH.lastPage),
  };
  return { asked, ignored, isCut: asked.q !== q };
}

/** The inverse of `readAsked`: only what differs from the plain question is written. */
export function writeAsked(asked: Asked): URLSearchParams {
  const values: Record<Word, string | null> = {
    q: asked.q,
    class: asked.class,
    scope: asked.scope === NOTHING.scope ? null : asked.scope,
    sort: asked.sort === NOTHING.sort ? null : asked.sort,
    from: asked.from,
    to: asked.to,
    validity: asked.validity,
    region: asked.regionCode,
    site: asked.siteCode,
    org: asked.organisationId === null ? null : String(asked.organisationId),
    number: asked.documentNumber,
    field: asked.field === NOTHING.field ? null : asked.field,
    exact: asked.exactTitle ? "1" : null,
    literal: asked.literal ? "1" : null,
    page: asked.page === 1 ? null : String(asked.page),
  };
  const query = new URLSearchParams();
  for (const word of SEARCH_WORDS) {
    const value = values[word];
    if (value) query.set(word, value);
  }
  return query;
}

/** Words alone, nothing chosen. */
export const plainly = (q: string, siteId: number, scope: SearchQuery["scope"]): SearchQuery => ({
  ...readAsked(new URLSearchParams()).asked,
  ...{ q, siteId, scope },
});

/** True when there is something to look for. */
export const asksAnything = (asked: Asked): boolean =>
  asked.q !== "" || asked.documentNumber !== null;
