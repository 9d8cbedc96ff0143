-- Files: who may use them, and pictures in the text. Constant defaults, no rewrite; one view replaced.
ALTER TABLE "asset" ADD COLUMN "site_id" bigint REFERENCES "site"("id");--> statement-breakpoint
ALTER TABLE "asset" ADD COLUMN "name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "asset" ADD COLUMN "created_by" text DEFAULT '' NOT NULL;--> statement-breakpoint
DROP VIEW public_attachment;--> statement-breakpoint
CREATE VIEW public_attachment AS
  SELECT ea.edition_id, ea.asset_id, ea.role, ea.position, ea.title, a.sha256, a.media_type, a.extension,
         a.size_bytes, a.width_pixels, a.height_pixels
  FROM edition_asset ea JOIN asset a ON a.id = ea.asset_id JOIN public_edition pe ON pe.id = ea.edition_id;--> statement-breakpoint
GRANT SELECT ON public_attachment TO zs_public, zs_app;
