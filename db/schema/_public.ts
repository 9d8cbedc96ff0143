/** The views a citizen's process may read (role zs_public); written in db/migrations/0001_guards.sql. */
import { bigint, boolean, date, integer, jsonb, pgView, text } from "drizzle-orm/pg-core";
import { ASSET_ROLES, PLACEMENT_STATES, RESOURCE_TYPES, VALIDITIES } from "#db/enums/resources.ts";
import { SITE_LEVELS, SITE_STATES } from "#db/enums/sites.ts";
import { bytea, moment, richText } from "#db/schema/_kernel.ts";

const id = (name: string) => bigint(name, { mode: "number" });

export const publicSite = pgView("public_site", {
  id: id("id").notNull(),
  code: text("code").notNull(),
  name: text("name").notNull(),
  shortName: text("short_name").notNull(),
  level: text("level", { enum: SITE_LEVELS }).notNull(),
  parentId: id("parent_id"),
  regionCode: text("region_code").notNull(),
  idCode: text("id_code").notNull(),
  sponsor: text("sponsor").notNull(),
  undertaker: text("undertaker"),
  phone: text("phone").notNull(),
  address: text("address").notNull(),
  email: text("email"),
  icp: text("icp"),
  police: text("police"),
  emblem: text("emblem", { enum: ["national", "none"] }).notNull(),
  slogan: text("slogan"),
  theme: text("theme").notNull(),
  locales: text("locales").array().notNull(),
  state: text("state", { enum: SITE_STATES }).notNull(),
  stateNotice: text("state_notice"),
  successor: text("successor"),
  stateUntil: moment("state_until"),
  home: jsonb("home").notNull(),
}).existing();

export const publicSiteHost = pgView("public_site_host", {
  host: text("host").notNull(),
  siteId: id("site_id").notNull(),
  isPrimary: boolean("is_primary").notNull(),
}).existing();

export const publicColumn = pgView("public_column", {
  id: id("id").notNull(),
  siteId: id("site_id").notNull(),
  parentId: id("parent_id"),
  path: text("path").notNull(),
  name: text("name").notNull(),
  description: text("description").notNull(),
  keywords: text("keywords").notNull(),
  columnType: text("column_type").notNull(),
  template: text("template").notNull(),
  position: integer("position").notNull(),
}).existing();

export const publicPlacement = pgView("public_placement", {
  id: id("id").notNull(),
  resourceId: id("resource_id").notNull(),
  siteId: id("site_id").notNull(),
  columnId: id("column_id").notNull(),
  state: text("state", { enum: PLACEMENT_STATES }).notNull(),
  path: text("path").notNull(),
  publishedAt: moment("published_at"),
  isPinned: boolean("is_pinned").notNull(),
  movedTo: text("moved_to"),
  title: text("title"),
  summary: text("summary"),
  editionId: id("edition_id"),
  type: text("type", { enum: RESOURCE_TYPES }).notNull(),
  validity: text("validity", { enum: VALIDITIES }),
  validityOn: date("validity_on"),
  replacedById: id("replaced_by_id"),
  archivedAt: moment("archived_at"),
}).existing();

export const publicPlacementColumn = pgView("public_placement_column", {
  placementId: id("placement_id").notNull(),
  columnId: id("column_id").notNull(),
  publishedAt: moment("published_at").notNull(),
  isPinned: boolean("is_pinned").notNull(),
}).existing();

export const publicEdition = pgView("public_edition", {
  id: id("id").notNull(),
  resourceId: id("resource_id").notNull(),
  locale: text("locale").notNull(),
  number: integer("number").notNull(),
  title: text("title").notNull(),
  subtitle: text("subtitle"),
  summary: text("summary"),
  author: text("author"),
  body: richText("body").notNull(),
  metadata: jsonb("metadata").notNull(),
  releasedAt: moment("released_at"),
  sourceName: text("source_name"),
}).existing();

export const publicAttachment = pgView("public_attachment", {
  editionId: id("edition_id").notNull(),
  assetId: id("asset_id").notNull(),
  widthPixels: integer("width_pixels"),
  heightPixels: integer("height_pixels"),
  role: text("role", { enum: ASSET_ROLES }).notNull(),
  position: integer("position").notNull(),
  title: text("title").notNull(),
  sha256: bytea("sha256").notNull(),
  mediaType: text("media_type").notNull(),
  extension: text("extension").notNull(),
  sizeBytes: id("size_bytes").notNull(),
}).existing();

export const publicTag = pgView("public_tag", {
  resourceId: id("resource_id").notNull(),
  name: text("name").notNull(),
}).existing();

export const publicRedirect = pgView("public_redirect", {
  siteId: id("site_id").notNull(),
  path: text("path").notNull(),
  placementId: id("placement_id"),
  target: text("target"),
}).existing();

export const publicCacheTag = pgView("public_cache_tag", {
  tag: text("tag").notNull(),
  isDrop: boolean("is_drop").notNull(),
  changedAt: moment("changed_at").notNull(),
}).existing();
