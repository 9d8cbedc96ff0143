/** The search index: what is live on an online site, one row a resource. Written only by modules/search. */
import { bigint, customType, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { VALIDITIES } from "#db/enums/resources.ts";
import { SEARCH_CLASSES } from "#db/enums/search.ts";
import { moment } from "#db/schema/_kernel.ts";
import { resource } from "#db/schema/resources.ts";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

const resourceKey = () =>
  bigint("resource_id", { mode: "number" })
    .primaryKey()
    .references(() => resource.id);

export const searchDocument = pgTable(
  "search_document",
  {
    resourceId: resourceKey(),
    class: text("class", { enum: SEARCH_CLASSES }).notNull(),
    publishedAt: moment("published_at").notNull(),
    originSiteId: bigint("origin_site_id", { mode: "number" }).notNull(),
    /** Online sites with a live placement of it. */
    siteIds: bigint("site_ids", { mode: "number" }).array().notNull(),
    regionCode: text("region_code").notNull(),
    validity: text("validity", { enum: VALIDITIES }).notNull(),
    documentNumber: text("document_number"),
    organisation: text("organisation"),
    title: text("title").notNull(),
    /** Plain text for snippets, cut at `indexedCharacters`. */
    body: text("body").notNull(),
    /** Words of the text: longer texts weigh each word less. */
    length: integer("length").notNull(),
    /** Words of title (A), document numbers (B), files (C), text (D), and filters such as `@s12`. */
    words: tsvector("words").notNull(),
  },
  (table) => [
    index("search_document_words").using("gin", table.words),
    index("search_document_newest").on(table.publishedAt, table.resourceId),
  ],
);

/** The narrow tier: pairs of characters of the title, so that any part of it is found. */
export const searchTitle = pgTable(
  "search_title",
  {
    resourceId: resourceKey(),
    publishedAt: moment("published_at").notNull(),
    words: tsvector("words").notNull(),
  },
  (table) => [
    index("search_title_words").using("gin", table.words),
    index("search_title_newest").on(table.publishedAt, table.resourceId),
  ],
);

/** In how many documents and titles a word stands (estimated from a sample), and how it sounds. */
export const searchTerm = pgTable(
  "search_term",
  {
    term: text("term").primaryKey(),
    documents: integer("documents").notNull(),
    titles: integer("titles").notNull(),
    /** Folded pinyin of a word of a title, `zu fang`; null when it is not one. */
    sound: text("sound"),
    /** `zf` */
    initials: text("initials"),
  },
  (table) => [
    index("search_term_sound").on(table.sound),
    index("search_term_initials").on(table.initials),
  ],
);

/** 俗称 → official names, kept by editors. */
export const searchSynonym = pgTable("search_synonym", {
  word: text("word").primaryKey(),
  official: text("official").array().notNull(),
  updatedBy: text("updated_by").notNull(),
  updatedAt: moment("updated_at").notNull().defaultNow(),
});
