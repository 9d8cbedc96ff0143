-- The search index. New objects only: nothing is locked. `npm run cli -- search rebuild` fills it on a database with content.
CREATE TABLE "search_document" (
  "resource_id" bigint PRIMARY KEY REFERENCES "resource"("id"),
  "class" text NOT NULL,
  "published_at" timestamptz NOT NULL,
  "origin_site_id" bigint NOT NULL,
  "site_ids" bigint[] NOT NULL,
  "region_code" text NOT NULL,
  "validity" text NOT NULL,
  "document_number" text,
  "organisation" text,
  "title" text NOT NULL,
  "body" text NOT NULL,
  "length" integer NOT NULL,
  "words" tsvector NOT NULL
);--> statement-breakpoint
-- fastupdate off: no pending list, so a publish is as fast as the next one and a search never pays for it.
CREATE INDEX "search_document_words" ON "search_document" USING gin ("words") WITH (fastupdate = off);--> statement-breakpoint
CREATE INDEX "search_document_newest" ON "search_document" ("published_at", "resource_id");--> statement-breakpoint
CREATE TABLE "search_title" (
  "resource_id" bigint PRIMARY KEY REFERENCES "resource"("id"),
  "published_at" timestamptz NOT NULL,
  "words" tsvector NOT NULL
);--> statement-breakpoint
CREATE INDEX "search_title_words" ON "search_title" USING gin ("words") WITH (fastupdate = off);--> statement-breakpoint
CREATE INDEX "search_title_newest" ON "search_title" ("published_at", "resource_id");--> statement-breakpoint
CREATE TABLE "search_term" (
  "term" text PRIMARY KEY,
  "documents" integer NOT NULL,
  "titles" integer NOT NULL,
  "sound" text,
  "initials" text
);--> statement-breakpoint
CREATE INDEX "search_term_sound" ON "search_term" ("sound") WHERE "sound" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "search_term_initials" ON "search_term" ("initials") WHERE "initials" IS NOT NULL;--> statement-breakpoint
CREATE TABLE "search_synonym" (
  "word" text PRIMARY KEY,
  "official" text[] NOT NULL,
  "updated_by" text NOT NULL,
  "updated_at" timestamptz NOT NULL DEFAULT now()
);--> statement-breakpoint
-- Plain views, so that their indexes are used; the tables hold nothing but what is live.
CREATE VIEW public_search_document AS
  SELECT resource_id, class, published_at, origin_site_id, site_ids, region_code, validity, document_number,
         organisation, title, body, length, words FROM search_document;--> statement-breakpoint
CREATE VIEW public_search_title AS SELECT resource_id, published_at, words FROM search_title;--> statement-breakpoint
CREATE VIEW public_search_term AS SELECT term, documents, titles, sound, initials FROM search_term;--> statement-breakpoint
CREATE VIEW public_search_synonym AS SELECT word, official FROM search_synonym;--> statement-breakpoint
GRANT SELECT ON public_search_document, public_search_title, public_search_term, public_search_synonym TO zs_public, zs_app;
