import { sql } from "drizzle-orm";
import { bigint, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { TEXT_STATES } from "#db/enums/media.ts";
import { bytea, identity, moment } from "#db/schema/_kernel.ts";
import { site } from "#db/schema/sites.ts";

/** Content-addressed: one row and one file for the same bytes, however often they are used. */
export const asset = pgTable("asset", {
  id: identity().primaryKey(),
  sha256: bytea("sha256").notNull().unique(),
  mediaType: text("media_type").notNull(),
  extension: text("extension").notNull(),
  sizeBytes: bigint("size_bytes", { mode: "number" }).notNull(),
  widthPixels: integer("width_pixels"),
  heightPixels: integer("height_pixels"),
  /** Site that uploaded it: who writes there may use it. */
  siteId: bigint("site_id", { mode: "number" }).references(() => site.id),
  /** What the file was called. */
  name: text("name").notNull().default(""),
  createdBy: text("created_by").notNull().default(""),
  createdAt: moment("created_at").notNull().defaultNow(),
});

/** Words of a file, read once for all editions of the group that carry it; also the queue of those to be read. */
export const assetText = pgTable(
  "asset_text",
  {
    sha256: bytea("sha256")
      .primaryKey()
      .references(() => asset.sha256),
    state: text("state", { enum: TEXT_STATES }).notNull().default("waiting"),
    /** Set when `done`, and then never empty. */
    text: text("text"),
    /** Why it was not read the last time; `PAPER_FAILURES`. */
    reason: text("reason"),
    detail: text("detail").notNull().default(""),
    attempts: integer("attempts").notNull().default(0),
    /** Whose words are wanted last is read first: a publish does not stand behind an import. */
    wantedAt: moment("wanted_at").notNull().defaultNow(),
    /** Not tried before: while it is being read, and after it failed. */
    dueAt: moment("due_at").notNull().defaultNow(),
    extractedAt: moment("extracted_at"),
  },
  (table) => [
    index("asset_text_waiting").on(table.wantedAt.desc()).where(sql`${table.state} = 'waiting'`),
  ],
);
