import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { bigint, boolean, index, integer, pgTable, text, unique } from "drizzle-orm/pg-core";
import { RESOURCE_TYPES } from "#db/enums/resources.ts";
import { FRESHNESS_CLASSES } from "#db/enums/sites.ts";
import { identity, moment } from "#db/schema/_kernel.ts";
import { site } from "#db/schema/sites.ts";

/** 栏目. Named `site_column` because `column` is a word of SQL. */
export const siteColumn = pgTable(
  "site_column",
  {
    id: identity().primaryKey(),
    siteId: bigint("site_id", { mode: "number" })
      .notNull()
      .references(() => site.id),
    parentId: bigint("parent_id", { mode: "number" }).references((): AnyPgColumn => siteColumn.id),
    /** `zwgk/tzgg`: no leading or trailing slash. */
    path: text("path").notNull(),
    name: text("name").notNull(),
    description: text("description").notNull(),
    keywords: text("keywords").notNull(),
    /** 栏目类别 of the annex (GL-15 `ColumnType`). */
    columnType: text("column_type").notNull(),
    resourceType: text("resource_type", { enum: RESOURCE_TYPES }).notNull(),
    template: text("template").notNull().default("list"),
    freshnessClass: text("freshness_class", { enum: FRESHNESS_CLASSES }).notNull(),
    /** Owner's own cycle in days, for class FC. */
    cycleDays: integer("cycle_days"),
    /** What editors promise in words: 每周更新. */
    rhythm: text("rhythm"),
    position: integer("position").notNull().default(0),
    isVisible: boolean("is_visible").notNull().default(true),
    isBlankAllowed: boolean("is_blank_allowed").notNull().default(false),
    /** How many people must agree before release: one or two. */
    reviewSteps: integer("review_steps").notNull().default(1),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (table) => [
    unique("site_column_path").on(table.siteId, table.path),
    index("site_column_parent").on(table.parentId),
  ],
);
