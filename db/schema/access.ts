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
