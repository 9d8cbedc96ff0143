-- What editors manage of the search: results that stand first, words that are never corrected, and the kinds of
-- results a site shows. New objects only: nothing is locked.
CREATE TABLE "search_best_bet" (
  "id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  "site_id" bigint REFERENCES "site"("id"),
  "questions" text[] NOT NULL,
  "keys" text[] NOT NULL,
  "resource_ids" bigint[] NOT NULL,
  "valid_from" date,
  "valid_until" date,
  "reason" text NOT NULL,
  "revision" integer NOT NULL DEFAULT 1,
  "updated_by" text NOT NULL,
  "updated_at" timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT "search_best_bet_days_in_order" CHECK ("valid_from" <= "valid_until"),
  CONSTRAINT "search_best_bet_has_all" CHECK (cardinality("keys") > 0 AND cardinality("resource_ids") > 0)
);--> statement-breakpoint
-- Few rows, changed by hand: no list of waiting entries, so that the next question finds them.
CREATE INDEX "search_best_bet_keys" ON "search_best_bet" USING gin ("keys") WITH (fastupdate = off);--> statement-breakpoint
CREATE INDEX "search_best_bet_site" ON "search_best_bet" ("site_id", "id");--> statement-breakpoint
CREATE TABLE "search_protected" (
  "word" text PRIMARY KEY,
  "updated_by" text NOT NULL,
  "updated_at" timestamptz NOT NULL DEFAULT now()
);--> statement-breakpoint
CREATE TABLE "search_class_tab" (
  "site_id" bigint NOT NULL REFERENCES "site"("id"),
  "class" text NOT NULL,
  "position" integer NOT NULL,
  "name" text,
  PRIMARY KEY ("site_id", "class")
);--> statement-breakpoint
-- Only what holds today, and nothing of the reasons: these are the editors' own.
CREATE VIEW public_search_best_bet AS
  SELECT id, site_id, keys, resource_ids FROM search_best_bet
  WHERE (now() AT TIME ZONE 'Asia/Shanghai')::date
    BETWEEN coalesce(valid_from, '-infinity') AND coalesce(valid_until, 'infinity');--> statement-breakpoint
CREATE VIEW public_search_protected AS SELECT word FROM search_protected;--> statement-breakpoint
CREATE VIEW public_search_class_tab AS SELECT site_id, class, position, name FROM search_class_tab;--> statement-breakpoint
GRANT SELECT ON public_search_best_bet, public_search_protected, public_search_class_tab TO zs_public, zs_app;
