/** The information resource base: a resource is identity, an edition is text, a placement is where it shows. */
import { sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import {
  ASSET_ROLES,
  EDITION_STATES,
  PLACEMENT_MODES,
  PLACEMENT_STATES,
  RESOURCE_STATES,
  RESOURCE_TYPES,
  REVIEW_ACTS,
  VALIDITIES,
} from "#db/enums/resources.ts";
import { bytea, identity, moment, richText } from "#db/schema/_kernel.ts";
import { siteColumn } from "#db/schema/columns.ts";
import { asset } from "#db/schema/media.ts";
import { organisation, site } from "#db/schema/sites.ts";

/** 信息来源: who wrote it first. */
export const source = pgTable("source", {
  id: identity().primaryKey(),
  name: text("name").notNull().unique(),
  url: text("url"),
});

export const resource = pgTable(
  "resource",
  {
    id: identity().primaryKey(),
    /** For exchange between platforms. */
    uid: uuid("uid").notNull().unique().default(sql`uuidv7()`),
    type: text("type", { enum: RESOURCE_TYPES }).notNull(),
    state: text("state", { enum: RESOURCE_STATES }).notNull().default("active"),
    /** Since when it is kept for reading only; a check keeps it (GL-3.8). */
    archivedAt: moment("archived_at"),
    originSiteId: bigint("origin_site_id", { mode: "number" })
      .notNull()
      .references(() => site.id),
    ownerOrganisationId: bigint("owner_organisation_id", { mode: "number" }).references(
      () => organisation.id,
    ),
    validity: text("validity", { enum: VALIDITIES }).notNull().default("current"),
    /** Since when it is so. */
    validityOn: date("validity_on"),
    /** The document that stands in its place. */
    replacedById: bigint("replaced_by_id", { mode: "number" }).references(
      (): AnyPgColumn => resource.id,
    ),
    /** Identity in the system it came from; a second import finds it by this. */
    externalId: text("external_id").unique(),
    /** Set once, never changed (GL-14.9; a trigger keeps it). */
    firstPublishedAt: moment("first_published_at"),
    releasedEditionId: bigint("released_edition_id", { mode: "number" }),
    createdAt: moment("created_at").notNull().defaultNow(),
    createdBy: text("created_by").notNull(),
  },
  (table) => [index("resource_origin_site").on(table.originSiteId, table.id)],
);

export const edition = pgTable(
  "edition",
  {
    id: identity().primaryKey(),
    resourceId: bigint("resource_id", { mode: "number" })
      .notNull()
      .references(() => resource.id),
    locale: text("locale").notNull().default("zh-CN"),
    number: integer("number").notNull(),
    state: text("state", { enum: EDITION_STATES }).notNull(),
    reviewRound: integer("review_round").notNull().default(0),
    reviewStep: integer("review_step").notNull().default(0),
    title: text("title").notNull(),
    subtitle: text("subtitle"),
    summary: text("summary"),
    author: text("author"),
    sourceId: bigint("source_id", { mode: "number" }).references(() => source.id),
    /** Lexical editor state (lib/richtext/schema.ts). Empty for links. */
    body: richText("body").notNull(),
    /** Fields of the resource's type. */
    metadata: jsonb("metadata").notNull(),
    /** SHA-256 of words, metadata and attachments. */
    contentHash: bytea("content_hash").notNull(),
    /** The content hash and target columns that were approved: what an approval pins. */
    approvedHash: bytea("approved_hash"),
    translatedFromId: bigint("translated_from_id", { mode: "number" }),
    createdAt: moment("created_at").notNull().defaultNow(),
    createdBy: text("created_by").notNull(),
    /** Counts the saves of a draft: whoever saves names the one they saw. */
    revision: integer("revision").notNull().default(0),
    savedAt: moment("saved_at").notNull().defaultNow(),
    savedBy: text("saved_by"),
    releasedAt: moment("released_at"),
  },
  (table) => [
    unique("edition_number").on(table.resourceId, table.locale, table.number),
    uniqueIndex("edition_one_open")
      .on(table.resourceId, table.locale)
      .where(sql`${table.state} in ('draft', 'in_review', 'returned', 'approved')`),
  ],
);

export const editionAsset = pgTable(
  "edition_asset",
  {
    editionId: bigint("edition_id", { mode: "number" })
      .notNull()
      .references(() => edition.id),
    assetId: bigint("asset_id", { mode: "number" })
      .notNull()
      .references(() => asset.id),
    role: text("role", { enum: ASSET_ROLES }).notNull(),
    position: integer("position").notNull().default(0),
    title: text("title").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.editionId, table.assetId, table.role] }),
    index("edition_asset_asset").on(table.assetId),
  ],
);

export const placement = pgTable(
  "placement",
  {
    id: identity().primaryKey(),
    resourceId: bigint("resource_id", { mode: "number" })
      .notNull()
      .references(() => resource.id),
    siteId: bigint("site_id", { mode: "number" })
      .notNull()
      .references(() => site.id),
    columnId: bigint("column_id", { mode: "number" })
      .notNull()
      .references(() => siteColumn.id),
    mode: text("mode", { enum: PLACEMENT_MODES }).notNull(),
    state: text("state", { enum: PLACEMENT_STATES }).notNull(),
    /** `copy` shows this edition; the other modes follow `resource.released_edition_id`. */
    pinnedEditionId: bigint("pinned_edition_id", { mode: "number" }).references(() => edition.id),
    publishAt: moment("publish_at"),
    /** `/zwgk/tzgg/202611/123.html`, frozen at first publication. */
    path: text("path"),
    /** Written by the release, so that a list is one index scan. */
    title: text("title").notNull(),
    summary: text("summary"),
    publishedAt: moment("published_at"),
    isPinned: boolean("is_pinned").notNull().default(false),
    withdrawnReason: text("withdrawn_reason"),
    movedTo: text("moved_to"),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (table) => [
    unique("placement_path").on(table.siteId, table.path),
    unique("placement_once").on(table.resourceId, table.columnId),
  ],
);

/** A live placement listed in its column and in every ancestor. Rows exist only while it is live. */
export const placementColumn = pgTable(
  "placement_column",
  {
    placementId: bigint("placement_id", { mode: "number" })
      .notNull()
      .references(() => placement.id),
    columnId: bigint("column_id", { mode: "number" })
      .notNull()
      .references(() => siteColumn.id),
    publishedAt: moment("published_at").notNull(),
    isPinned: boolean("is_pinned").notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.placementId, table.columnId] }),
    index("placement_column_list").on(
      table.columnId,
      table.isPinned.desc().nullsFirst(),
      table.publishedAt.desc().nullsFirst(),
      table.placementId.desc().nullsFirst(),
    ),
    index("placement_column_order").on(table.columnId, table.publishedAt, table.placementId),
  ],
);

/** What happened to an edition on its way: who, when, why. Never changed. */
export const review = pgTable(
  "review",
  {
    id: identity().primaryKey(),
    editionId: bigint("edition_id", { mode: "number" })
      .notNull()
      .references(() => edition.id),
    round: integer("round").notNull(),
    step: integer("step").notNull(),
    act: text("act", { enum: REVIEW_ACTS }).notNull(),
    reason: text("reason"),
    actor: text("actor").notNull(),
    /** Content and target columns as they were then. */
    contentHash: bytea("content_hash").notNull(),
    at: moment("at").notNull().defaultNow(),
  },
  (table) => [index("review_edition").on(table.editionId, table.id)],
);

/** The text of a save that came too late: somebody else had saved. Kept, so that nothing is lost. */
export const editionLeftover = pgTable("edition_leftover", {
  id: identity().primaryKey(),
  editionId: bigint("edition_id", { mode: "number" })
    .notNull()
    .references(() => edition.id),
  baseRevision: integer("base_revision").notNull(),
  content: jsonb("content").notNull(),
  savedBy: text("saved_by").notNull(),
  savedAt: moment("saved_at").notNull().defaultNow(),
});

/** Old addresses that still answer: of a moved column, of the system before this one. */
export const redirect = pgTable(
  "redirect",
  {
    siteId: bigint("site_id", { mode: "number" })
      .notNull()
      .references(() => site.id),
    path: text("path").notNull(),
    placementId: bigint("placement_id", { mode: "number" }).references(() => placement.id),
    target: text("target"),
  },
  (table) => [primaryKey({ columns: [table.siteId, table.path] })],
);

export const tag = pgTable("tag", {
  id: identity().primaryKey(),
  name: text("name").notNull().unique(),
});

export const resourceTag = pgTable(
  "resource_tag",
  {
    resourceId: bigint("resource_id", { mode: "number" })
      .notNull()
      .references(() => resource.id),
    tagId: bigint("tag_id", { mode: "number" })
      .notNull()
      .references(() => tag.id),
  },
  (table) => [
    primaryKey({ columns: [table.resourceId, table.tagId] }),
    index("resource_tag_tag").on(table.tagId),
  ],
);

export const importBatch = pgTable("import_batch", {
  id: identity().primaryKey(),
  siteId: bigint("site_id", { mode: "number" })
    .notNull()
    .references(() => site.id),
  columnId: bigint("column_id", { mode: "number" })
    .notNull()
    .references(() => siteColumn.id),
  fileName: text("file_name").notNull(),
  /** What was read and how: an interrupted batch is taken up again by the same. */
  inputDigest: bytea("input_digest"),
  startedBy: text("started_by").notNull(),
  startedAt: moment("started_at").notNull().defaultNow(),
  finishedAt: moment("finished_at"),
  /** `jsonl`, `wxr`, `feed`, `pages`; null for batches that were not read from a file. */
  format: text("format"),
  /** Of the last receipts: a batch that is quiet for long was killed. */
  lastAt: moment("last_at").notNull().defaultNow(),
  /** Set while the batch stands still; the next receipts take it away. */
  interruptedAt: moment("interrupted_at"),
  imported: integer("imported").notNull().default(0),
  merged: integer("merged").notNull().default(0),
  refused: integer("refused").notNull().default(0),
});

/** One receipt for each record of a file, whatever became of it. */
export const importRecord = pgTable(
  "import_record",
  {
    batchId: bigint("batch_id", { mode: "number" })
      .notNull()
      .references(() => importBatch.id),
    line: integer("line").notNull(),
    externalId: text("external_id"),
    status: text("status", { enum: ["imported", "merged", "refused"] }).notNull(),
    reason: text("reason"),
    resourceId: bigint("resource_id", { mode: "number" }).references(() => resource.id),
  },
  (table) => [primaryKey({ columns: [table.batchId, table.line] })],
);

/** Addresses of the site before this one, from lists that the operator gave. */
export const oldAddress = pgTable("old_address", {
  id: identity().primaryKey(),
  siteId: bigint("site_id", { mode: "number" })
    .notNull()
    .references(() => site.id),
  url: text("url").notNull(),
  /** As this platform reads paths; null for what cannot be answered by its path. */
  path: text("path"),
  /** Why it was left behind on purpose. */
  reason: text("reason"),
  listedBy: text("listed_by").notNull(),
  listedAt: moment("listed_at").notNull().defaultNow(),
});
