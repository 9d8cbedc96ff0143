-- Lists by their index (the first one sorted nulls last, which no list asks for); tags of public resources only.
-- CREATE INDEX holds writes of this table while it runs: seconds for a million rows.
DROP INDEX "placement_column_list";--> statement-breakpoint
CREATE INDEX "placement_column_list" ON "placement_column" ("column_id", "is_pinned" DESC, "published_at" DESC, "placement_id" DESC);--> statement-breakpoint
CREATE INDEX "placement_column_order" ON "placement_column" ("column_id", "published_at", "placement_id");--> statement-breakpoint
CREATE OR REPLACE VIEW public_tag AS
  SELECT rt.resource_id, t.name FROM resource_tag rt JOIN tag t ON t.id = rt.tag_id
  WHERE EXISTS (SELECT 1 FROM placement p WHERE p.resource_id = rt.resource_id AND p.state = 'live');
