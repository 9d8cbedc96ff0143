import { sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import {
  bigint,
  boolean,
  check,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { SITE_LEVELS, SITE_STATES } from "#db/enums/sites.ts";
import { identity, moment } from "#db/schema/_kernel.ts";

const oneOf = (words: readonly string[]) => sql.raw(words.map((word) => `'${word}'`).join(", "));

export const organisation = pgTable("organisation", {
  id: identity().primaryKey(),
  parentId: bigint("parent_id", { mode: "number" }).references((): AnyPgColumn => organisation.id),
  name: text("name").notNull().unique(),
  regionCode: text("region_code").notNull(),
});

/** 行政区划 by its code of six digits; what is above it the code tells. */
export const region = pgTable("region", {
  code: text("code").primaryKey(),
  name: text("name").notNull(),
});

export const site = pgTable(
  "site",
  {
    id: identity().primaryKey(),
    code: text("code").notNull().unique(),
    name: text("name").notNull(),
    shortName: text("short_name").notNull(),
    level: text("level", { enum: SITE_LEVELS }).notNull(),
    parentId: bigint("parent_id", { mode: "number" }).references((): AnyPgColumn => site.id),
    organisationId: bigint("organisation_id", { mode: "number" })
      .notNull()
      .references(() => organisation.id),
    regionCode: text("region_code").notNull(),
    idCode: text("id_code").notNull().unique(),
    sponsor: text("sponsor").notNull(),
    undertaker: text("undertaker"),
    phone: text("phone").notNull(),
    address: text("address").notNull(),
    email: text("email"),
    icp: text("icp"),
    police: text("police"),
    emblem: text("emblem", { enum: ["national", "none"] })
      .notNull()
      .default("none"),
    slogan: text("slogan"),
    theme: text("theme").notNull(),
    locales: text("locales").array().notNull().default(sql`'{zh-CN}'`),
    state: text("state", { enum: SITE_STATES }).notNull().default("preparing"),
    /** Told to citizens on the state page: why, and where to go instead. */
    stateNotice: text("state_notice"),
    /** `moved`: origin of the new site. `closed`: address of the body that took over. */
    successor: text("successor"),
    /** `suspended`: when the site is expected back. */
    stateUntil: moment("state_until"),
    templateCode: text("template_code"),
    templateVersion: integer("template_version"),
    /** Blocks and services of the home page (modules/sites/schema.ts `homeSchema`). */
    home: jsonb("home").notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (table) => [
    check("site_level_known", sql`${table.level} in (${oneOf(SITE_LEVELS)})`),
    check("site_state_known", sql`${table.state} in (${oneOf(SITE_STATES)})`),
    check("site_id_code_form", sql`${table.idCode} ~ '^([0-9]{10}|bm[0-9]{8})$'`),
  ],
);

export const siteHost = pgTable(
  "site_host",
  {
    /** Lower case, punycode, no port, no trailing dot. */
    host: text("host").primaryKey(),
    siteId: bigint("site_id", { mode: "number" })
      .notNull()
      .references(() => site.id),
    isPrimary: boolean("is_primary").notNull().default(false),
  },
  (table) => [uniqueIndex("site_host_one_primary").on(table.siteId).where(sql`${table.isPrimary}`)],
);

export const siteTemplate = pgTable(
  "site_template",
  {
    code: text("code").notNull(),
    version: integer("version").notNull(),
    name: text("name").notNull(),
    body: jsonb("body").notNull(),
  },
  (table) => [primaryKey({ columns: [table.code, table.version] })],
);
