/** What is asked of the search, in sums of a day; what is made of them; and the tasks that follow. */
import {
  bigint,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  real,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import {
  HOT_CHOICES,
  SEARCH_CHANNELS,
  SEARCH_REMEDIES,
  SEARCH_TASK_REASONS,
  SEARCH_TASK_STATES,
} from "#db/enums/searchlog.ts";
import { identity, moment } from "#db/schema/_kernel.ts";
import { staffAccount } from "#db/schema/access.ts";
import { resource } from "#db/schema/resources.ts";
import { site } from "#db/schema/sites.ts";

const siteKey = () =>
  bigint("site_id", { mode: "number" })
    .notNull()
    .references(() => site.id);
const resourceKey = () =>
  bigint("resource_id", { mode: "number" })
    .notNull()
    .references(() => resource.id);

/** Questions of persons, by their folded words. Written by `search_note()` alone. */
export const searchQuestion = pgTable(
  "search_question",
  {
    siteId: siteKey(),
    /** In Asia/Shanghai. */
    day: date("day").notNull(),
    text: text("text").notNull(),
    scope: text("scope", { enum: ["site", "group"] }).notNull(),
    /** A class of results, or "" for all of them. */
    class: text("class").notNull(),
    /** By how many, each once in half an hour. */
    asked: integer("asked").notNull(),
    /** Of these, who followed one of our own lists of words. */
    led: integer("led").notNull(),
    /** Of these, who found nothing. */
    empty: integer("empty").notNull(),
    /** Of these, who opened a result. */
    clicked: integer("clicked").notNull(),
    /** Hits when it was asked last. */
    hits: integer("hits").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.siteId, table.day, table.text, table.scope, table.class] }),
    index("search_question_day").on(table.day),
  ],
);

/** All questions of a day, those whose words are not kept among them. */
export const searchDay = pgTable(
  "search_day",
  {
    siteId: siteKey(),
    day: date("day").notNull(),
    channel: text("channel", { enum: SEARCH_CHANNELS }).notNull(),
    asked: integer("asked").notNull(),
    empty: integer("empty").notNull(),
    clicked: integer("clicked").notNull(),
    /** Words that look personal: counted, not kept. */
    withheld: integer("withheld").notNull(),
    notedAt: moment("noted_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.day, table.channel] })],
);

/** Which results were opened, each once a person and day. */
export const searchClick = pgTable(
  "search_click",
  {
    siteId: siteKey(),
    day: date("day").notNull(),
    text: text("text").notNull(),
    resourceId: resourceKey(),
    clicks: integer("clicks").notNull(),
    /** The same, lower places counted more: they are seen less. */
    weight: real("weight").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.siteId, table.day, table.text, table.resourceId] }),
    index("search_click_day").on(table.day),
  ],
);

/** 0–1, how often a result is opened when these words are asked; for the ranking. */
export const searchClickRate = pgTable(
  "search_click_rate",
  { text: text("text").notNull(), resourceId: resourceKey(), rate: real("rate").notNull() },
  (table) => [primaryKey({ columns: [table.text, table.resourceId] })],
);

/** Questions that may be shown to others: asked by enough, with hits, without a blocked word. */
export const searchPopular = pgTable(
  "search_popular",
  {
    siteId: siteKey(),
    text: text("text").notNull(),
    words: text("words").array().notNull(),
    asked: integer("asked").notNull(),
    /** Place in the list of hot words, from 1; null: not in it. */
    place: integer("place"),
    /** Questions whose askers opened the same results, nearest first. */
    neighbours: text("neighbours").array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.siteId, table.text] }),
    index("search_popular_words").using("gin", table.words),
    index("search_popular_place").on(table.siteId, table.place),
  ],
);

/** What editors say of a hot word. */
export const searchHotChoice = pgTable(
  "search_hot_choice",
  {
    siteId: siteKey(),
    text: text("text").notNull(),
    choice: text("choice", { enum: HOT_CHOICES }).notNull(),
    chosenBy: text("chosen_by").notNull(),
    chosenAt: moment("chosen_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.text] })],
);

/** 敏感词: never part of a word that is shown to others. Folded, without blanks. */
export const searchBlockedWord = pgTable("search_blocked_word", {
  word: text("word").primaryKey(),
  updatedBy: text("updated_by").notNull(),
  updatedAt: moment("updated_at").notNull().defaultNow(),
});

/** A question that the site does not answer, as somebody's task. */
export const searchTask = pgTable(
  "search_task",
  {
    id: identity().primaryKey(),
    siteId: siteKey(),
    text: text("text").notNull(),
    reason: text("reason", { enum: SEARCH_TASK_REASONS }).notNull(),
    state: text("state", { enum: SEARCH_TASK_STATES }).notNull().default("open"),
    /** How often it was asked in the weeks before. */
    asked: integer("asked").notNull(),
    /** Null: nobody of this site may do it. */
    ownerId: bigint("owner_id", { mode: "number" }).references(() => staffAccount.id),
    dueOn: date("due_on").notNull(),
    raisedAt: moment("raised_at").notNull().defaultNow(),
    closedAt: moment("closed_at"),
    remedy: text("remedy", { enum: SEARCH_REMEDIES }),
    note: text("note"),
  },
  (table) => [
    uniqueIndex("search_task_open").on(table.siteId, table.text),
    index("search_task_site").on(table.siteId, table.state, table.dueOn, table.id),
  ],
);

/** One row: when sums were last taken in. Keeps `search_note()` from being called without end. */
export const searchNoteGate = pgTable("search_note_gate", { at: moment("at").notNull() });
