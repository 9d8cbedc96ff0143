import { bigint, integer, pgTable, text } from "drizzle-orm/pg-core";
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
