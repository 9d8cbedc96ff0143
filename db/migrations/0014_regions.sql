-- Names of administrative divisions by code (GB/T 2260), and who an item comes from as a choice beside search results.
-- New objects, and a column without a default: search_document is locked for a moment and not rewritten.
-- `npm run cli -- search rebuild` fills the column of what is indexed already; until then it is no choice there.
CREATE TABLE "region" (
  "code" text PRIMARY KEY,
  "name" text NOT NULL,
  CONSTRAINT "region_code_form" CHECK ("code" ~ '^[0-9]{6}$')
);--> statement-breakpoint
ALTER TABLE "search_document" ADD COLUMN "organisation_id" bigint;--> statement-breakpoint
CREATE OR REPLACE VIEW public_search_document AS
  SELECT resource_id, class, published_at, origin_site_id, site_ids, region_code, validity, document_number,
         organisation, title, body, length, words, organisation_id FROM search_document;--> statement-breakpoint
CREATE VIEW public_region AS SELECT code, name FROM region;--> statement-breakpoint
CREATE VIEW public_source AS SELECT id, name FROM source;--> statement-breakpoint
GRANT SELECT ON public_region, public_source TO zs_public, zs_app;
