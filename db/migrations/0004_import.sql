-- Validity of official documents, and taking an interrupted import up again. Nullable columns without
-- default: no rewrite; each ALTER and the view's replacement hold their lock for a moment only.
ALTER TABLE "resource" ADD COLUMN "validity_on" date;--> statement-breakpoint
ALTER TABLE "resource" ADD COLUMN "replaced_by_id" bigint REFERENCES "resource"("id");--> statement-breakpoint
ALTER TABLE "import_batch" ADD COLUMN "input_digest" bytea;--> statement-breakpoint
-- Unfinished batches are few: finding one to take up costs nothing, however many there have been.
CREATE INDEX "import_batch_unfinished" ON "import_batch" ("column_id") WHERE finished_at IS NULL;--> statement-breakpoint
CREATE INDEX "redirect_placement" ON "redirect" ("placement_id");--> statement-breakpoint
CREATE OR REPLACE VIEW public_placement AS
  SELECT p.id, p.resource_id, p.site_id, p.column_id, p.state, p.path, p.published_at, p.is_pinned, p.moved_to,
         CASE WHEN p.state = 'live' THEN p.title END AS title,
         CASE WHEN p.state = 'live' THEN p.summary END AS summary,
         CASE WHEN p.state = 'live' THEN coalesce(p.pinned_edition_id, r.released_edition_id) END AS edition_id,
         r.type,
         CASE WHEN p.state = 'live' THEN r.validity END AS validity,
         CASE WHEN p.state = 'live' THEN r.validity_on END AS validity_on,
         CASE WHEN p.state = 'live' THEN r.replaced_by_id END AS replaced_by_id
  FROM placement p JOIN resource r ON r.id = p.resource_id
  WHERE p.path IS NOT NULL AND p.state IN ('live', 'withdrawn', 'expired', 'moved');
