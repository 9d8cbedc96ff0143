-- Words of files (ADR 30). New table, index and view. The index on "edition_asset" locks writes of that table
-- while it is made: about a second for a million files.
CREATE TABLE "asset_text" (
  "sha256" bytea PRIMARY KEY REFERENCES "asset"("sha256"),
  "state" text NOT NULL DEFAULT 'waiting',
  "text" text,
  "reason" text,
  "detail" text NOT NULL DEFAULT '',
  "attempts" integer NOT NULL DEFAULT 0,
  "wanted_at" timestamptz NOT NULL DEFAULT now(),
  "due_at" timestamptz NOT NULL DEFAULT now(),
  "extracted_at" timestamptz,
  CONSTRAINT "asset_text_state" CHECK ("state" IN ('waiting', 'done', 'nothing', 'failed')),
  CONSTRAINT "asset_text_done" CHECK (("state" = 'done') = ("text" IS NOT NULL)),
  CONSTRAINT "asset_text_failed" CHECK ("state" <> 'failed' OR "reason" IS NOT NULL)
);--> statement-breakpoint
CREATE INDEX "asset_text_waiting" ON "asset_text" ("wanted_at" DESC) WHERE "state" = 'waiting';--> statement-breakpoint
CREATE INDEX "edition_asset_asset" ON "edition_asset" ("asset_id");--> statement-breakpoint
-- Only of files that a citizen may have anyway: public_attachment shows those of live editions alone.
CREATE VIEW public_attachment_text AS
  SELECT pa.edition_id, pa.asset_id, t.text
  FROM public_attachment pa JOIN asset_text t ON t.sha256 = pa.sha256 WHERE t.state = 'done';--> statement-breakpoint
GRANT SELECT ON public_attachment_text TO zs_public, zs_app;
