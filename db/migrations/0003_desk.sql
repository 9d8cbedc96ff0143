-- The desk: sessions, saves and reviews. Adds columns with constant defaults (no rewrite) and new tables;
-- each ALTER holds its table's lock for a moment only.
ALTER TABLE "edition" ADD COLUMN "revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "edition" ADD COLUMN "saved_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "edition" ADD COLUMN "saved_by" text;--> statement-breakpoint
ALTER TABLE "site_column" ADD COLUMN "review_steps" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "site_column" ADD CONSTRAINT "site_column_review_steps" CHECK (review_steps IN (1, 2));--> statement-breakpoint
CREATE TABLE "staff_session" (
  "token_hash" "bytea" PRIMARY KEY NOT NULL,
  "account_id" bigint NOT NULL REFERENCES "staff_account"("id"),
  "created_at" timestamp with time zone DEFAULT now() NOT NULL,
  "last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
  "expires_at" timestamp with time zone NOT NULL,
  "revoked_at" timestamp with time zone,
  "address" text NOT NULL,
  "site_id" bigint REFERENCES "site"("id")
);--> statement-breakpoint
CREATE INDEX "staff_session_account" ON "staff_session" ("account_id");--> statement-breakpoint
CREATE TABLE "sign_in_attempt" (
  "id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  "login" text NOT NULL,
  "address" text NOT NULL,
  "succeeded" boolean NOT NULL,
  "at" timestamp with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE INDEX "sign_in_attempt_login" ON "sign_in_attempt" ("login", "at");--> statement-breakpoint
CREATE INDEX "sign_in_attempt_address" ON "sign_in_attempt" ("address", "at");--> statement-breakpoint
CREATE TABLE "review" (
  "id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  "edition_id" bigint NOT NULL REFERENCES "edition"("id"),
  "round" integer NOT NULL,
  "step" integer NOT NULL,
  "act" text NOT NULL CHECK (act IN ('submit', 'recall', 'return', 'approve', 'release')),
  "reason" text,
  "actor" text NOT NULL,
  "content_hash" "bytea" NOT NULL,
  "at" timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT "review_return_says_why" CHECK (act <> 'return' OR reason IS NOT NULL)
);--> statement-breakpoint
CREATE INDEX "review_edition" ON "review" ("edition_id", "id");--> statement-breakpoint
-- One decision of one person in a step (W1).
CREATE UNIQUE INDEX "review_one_approval" ON "review" ("edition_id", "round", "step") WHERE act = 'approve';--> statement-breakpoint
CREATE TRIGGER review_is_final BEFORE UPDATE OR DELETE ON "review" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TABLE "edition_leftover" (
  "id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  "edition_id" bigint NOT NULL REFERENCES "edition"("id"),
  "base_revision" integer NOT NULL,
  "content" jsonb NOT NULL,
  "saved_by" text NOT NULL,
  "saved_at" timestamp with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
-- Sign-in and session limits (等保 DJ-ID-5, DJ-ID-6): data with source and confidence.
INSERT INTO standard_value (key, valid_from, value, rule_id, source, confidence) VALUES
  ('sign-in.account-failures', '2024-07-01', '5', 'DJ-ID-5', 'GB/T 22239-2019 身份鉴别', 'P'),
  ('sign-in.address-failures', '2024-07-01', '20', 'DJ-ID-5', 'GB/T 22239-2019 身份鉴别', 'P'),
  ('sign-in.window-minutes', '2024-07-01', '15', 'DJ-ID-5', 'GB/T 22239-2019 身份鉴别', 'P'),
  ('sign-in.lock-minutes', '2024-07-01', '30', 'DJ-ID-5', 'GB/T 22239-2019 身份鉴别', 'P'),
  ('session.idle-minutes', '2024-07-01', '15', 'DJ-ID-6', 'GB/T 22239-2019 身份鉴别', 'P'),
  ('session.absolute-hours', '2024-07-01', '8', 'DJ-ID-6', 'GB/T 22239-2019 身份鉴别', 'P');
