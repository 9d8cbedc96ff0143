/** Tables that every module's commands write inside their own transaction. */
import {
  bigint,
  boolean,
  customType,
  date,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import { fullDocument, storedDocument } from "#lib/richtext/stored.ts";

/** A document (lib/richtext), which a row holds in fewer words: readers and writers see it whole. */
export const richText = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => "jsonb",
  toDriver: (document) => JSON.stringify(storedDocument(document)),
  fromDriver: fullDocument,
});

export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const identity = () => bigint("id", { mode: "number" }).generatedAlwaysAsIdentity();

/**
 * When each cache tag last changed and how. `drop` means that bytes drawn from it must never be
 * served again; `refresh` that they may stand in while a fresh page cannot be drawn.
 */
export const cacheTag = pgTable(
  "cache_tag",
  {
    tag: text("tag").primaryKey(),
    isDrop: boolean("is_drop").notNull().default(false),
    changedAt: moment("changed_at").notNull(),
  },
  (table) => [index("cache_tag_changed_at").on(table.changedAt)],
);

/** Partitioned by month in its migration, hence the composite key. Rows are signed, never changed. */
export const auditEntry = pgTable(
  "audit_entry",
  {
    id: bigint("id", { mode: "number" }).generatedAlwaysAsIdentity(),
    at: moment("at").notNull(),
    actorKind: text("actor_kind").notNull(),
    actorId: text("actor_id").notNull(),
    action: text("action").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id").notNull(),
    siteId: bigint("site_id", { mode: "number" }),
    details: jsonb("details").notNull(),
    signature: bytea("signature").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.at, table.id] }),
    index("audit_entry_subject").on(table.subjectKind, table.subjectId, table.at),
  ],
);

/** Numbers of the standards: data with source and confidence, one row a version (ARCHITECTURE §9). */
export const standardValue = pgTable(
  "standard_value",
  {
    key: text("key").notNull(),
    validFrom: date("valid_from").notNull(),
    value: jsonb("value").notNull(),
    ruleId: text("rule_id").notNull(),
    source: text("source").notNull(),
    /** S seen in the source, P partly, M from memory: verify before quoting. */
    confidence: text("confidence").notNull(),
  },
  (table) => [primaryKey({ columns: [table.key, table.validFrom] })],
);
