/** The search index: what is live on an online site, one row a resource. Written only by modules/search. */
import {
  bigint,
  customType,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
} from "drizzle-orm/pg-core";
import { VALIDITIES } from "#db/enums/resources.ts";
import { SEARCH_CLASSES } from "#db/enums/search.ts";
import { identity, moment } from "#db/schema/_kernel.ts";
import { resource } from "#db/schema/resources.ts";
import { site } from "#db/schema/sites.ts";

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
    /** 来源 of the released edition: a row of `source`. */
    organisationId: bigint("organisation_id", { mode: "number" }),
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

/** The narrow tier: characters of the title and pairs of them, so that any part and most short forms of it are found. */
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

/** 推荐结果: what editors put first when one of these questions is asked. */
export const searchBestBet = pgTable(
  "search_best_bet",
  {
    id: identity().primaryKey(),
    /** Null: for the whole group. */
    siteId: bigint("site_id", { mode: "number" }).references(() => site.id),
    /** As the editor wrote them, and folded: what a question is compared with. */
    questions: text("questions").array().notNull(),
    keys: text("keys").array().notNull(),
    /** In the order in which they are shown. */
    resourceIds: bigint("resource_ids", { mode: "number" }).array().notNull(),
    /** Days in Asia/Shanghai, both inclusive; null: open. */
    validFrom: date("valid_from"),
    validUntil: date("valid_until"),
    reason: text("reason").notNull(),
    revision: integer("revision").notNull().default(1),
    updatedBy: text("updated_by").notNull(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (table) => [
    index("search_best_bet_keys").using("gin", table.keys),
    index("search_best_bet_site").on(table.siteId, table.id),
  ],
);

/** 保护词: never taken for a slip. */
export const searchProtected = pgTable("search_protected", {
  word: text("word").primaryKey(),
  updatedBy: text("updated_by").notNull(),
  updatedAt: moment("updated_at").notNull().defaultNow(),
});

/** Kinds of results that a site shows, in its order and words. A site without rows shows all of them. */
export const searchClassTab = pgTable(
  "search_class_tab",
  {
    siteId: bigint("site_id", { mode: "number" })
      .notNull()
      .references(() => site.id),
    class: text("class", { enum: SEARCH_CLASSES }).notNull(),
    position: integer("position").notNull(),
    /** Null: the usual name. */
    name: text("name"),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.class] })],
);

/** The external engine that follows this index, if any: one row, or none. */
export const searchFollower = pgTable("search_follower", {
  engine: text("engine", { enum: ["opensearch"] }).primaryKey(),
  since: moment("since").notNull().defaultNow(),
});

/** Outbox: resources whose row changed and of which the external engine was not told yet. Written in the act's transaction. */
export const searchChange = pgTable("search_change", {
  /** Of one resource a later commit has a greater one: its row is locked before. */
  seq: bigint("seq", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  resourceId: bigint("resource_id", { mode: "number" }).notNull(),
  notedAt: moment("noted_at").notNull().defaultNow(),
  attempts: integer("attempts").notNull().default(0),
  /** Not tried again before. */
  dueAt: moment("due_at").notNull().defaultNow(),
  /** What the engine said of it the last time. */
  problem: text("problem"),
});
