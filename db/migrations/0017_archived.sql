-- 归档: since when a resource is kept for reading only (GL-3.8). Nullable, without default: no rewrite. The check
-- reads the table once; the view's replacement holds its lock for a moment.
ALTER TABLE "resource" ADD COLUMN "archived_at" timestamp with time zone;--> statement-breakpoint
UPDATE "resource" SET archived_at = now() WHERE state = 'archived';--> statement-breakpoint
ALTER TABLE "resource" ADD CONSTRAINT "resource_archived_since" CHECK (state <> 'archived' OR archived_at IS NOT NULL);--> statement-breakpoint
CREATE OR REPLACE VIEW public_placement AS
  SELECT p.id, p.resource_id, p.site_id, p.column_id, p.state, p.path, p.published_at, p.is_pinned, p.moved_to,
         CASE WHEN p.state = 'live' THEN p.title END AS title,
         CASE WHEN p.state = 'live' THEN p.summary END AS summary,
         CASE WHEN p.state = 'live' THEN coalesce(p.pinned_edition_id, r.released_edition_id) END AS edition_id,
         r.type,
         CASE WHEN p.state = 'live' THEN r.validity END AS validity,
         CASE WHEN p.state = 'live' THEN r.validity_on END AS validity_on,
         CASE WHEN p.state = 'live' THEN r.replaced_by_id END AS replaced_by_id,
         CASE WHEN p.state = 'live' AND r.state = 'archived' THEN r.archived_at END AS archived_at
  FROM placement p JOIN resource r ON r.id = p.resource_id
  WHERE p.path IS NOT NULL AND p.state IN ('live', 'withdrawn', 'expired', 'moved');
