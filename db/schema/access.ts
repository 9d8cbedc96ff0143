import { bigint, boolean, index, pgTable, text } from "drizzle-orm/pg-core";
import { ROLES, SCOPE_KINDS } from "#db/enums/access.ts";
import { bytea, identity, moment } from "#db/schema/_kernel.ts";
import { siteColumn } from "#db/schema/columns.ts";
import { site } from "#db/schema/sites.ts";

export const staffAccount = pgTable("staff_account", {
  id: identity().primaryKey(),
  /** NFKC, lower case (DJ-ID-1). */
  login: text("login").notNull().unique(),
  displayName: text("display_name").notNull(),
  /** Argon2id, PHC string. */
  passwordHash: text("password_hash").notNull(),
  mustChangePassword: boolean("must_change_password").notNull().default(true),
  isEnabled: boolean("is_enabled").notNull().default(true),
  createdAt: moment("created_at").notNull().defaultNow(),
});

/** A role held in a scope. Scope columns are null where the kind says so (checked in the migration). */
export const staffGrant = pgTable(
  "staff_grant",
  {
    id: identity().primaryKey(),
    accountId: bigint("account_id", { mode: "number" })
      .notNull()
      .references(() => staffAccount.id),
    role: text("role", { enum: ROLES }).notNull(),
    scopeKind: text("scope_kind", { enum: SCOPE_KINDS }).notNull(),
    siteId: bigint("site_id", { mode: "number" }).references(() => site.id),
    columnId: bigint("column_id", { mode: "number" }).references(() => siteColumn.id),
    grantedBy: text("granted_by").notNull(),
    grantedAt: moment("granted_at").notNull().defaultNow(),
  },
  (table) => [index("staff_grant_account").on(table.accountId)],
);

/** A single-use address that makes the first account of an empty platform. Only its hash is kept. */
export const setupLink = pgTable("setup_link", {
  tokenHash: bytea("token_hash").primaryKey(),
  expiresAt: moment("expires_at").notNull(),
  usedAt: moment("used_at"),
});

/** A signed-in browser. The cookie holds a random token; only its hash is here, and this row decides. */
export const staffSession = pgTable(
  "staff_session",
  {
    tokenHash: bytea("token_hash").primaryKey(),
    accountId: bigint("account_id", { mode: "number" })
      .notNull()
      .references(() => staffAccount.id),
    createdAt: moment("created_at").notNull().defaultNow(),
    lastSeenAt: moment("last_seen_at").notNull().defaultNow(),
    expiresAt: moment("expires_at").notNull(),
    revokedAt: moment("revoked_at"),
    address: text("address").notNull(),
    /** The site whose content the desk shows; the switcher never moves anything. */
    siteId: bigint("site_id", { mode: "number" }).references(() => site.id),
  },
  (table) => [index("staff_session_account").on(table.accountId)],
);

/** Every try to sign in, so that a lock survives a restart (DJ-ID-5). */
export const signInAttempt = pgTable(
  "sign_in_attempt",
  {
    id: identity().primaryKey(),
    login: text("login").notNull(),
    address: text("address").notNull(),
    succeeded: boolean("succeeded").notNull(),
    at: moment("at").notNull().defaultNow(),
  },
  (table) => [
    index("sign_in_attempt_login").on(table.login, table.at),
    index("sign_in_attempt_address").on(table.address, table.at),
  ],
);
