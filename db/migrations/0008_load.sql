-- What the desk shows of imports: counts kept with the batch, whether it was interrupted, and lists of old
-- addresses. Columns with constant defaults (no rewrite) and new tables; each ALTER holds its lock for a
-- moment. The UPDATE reads every receipt once; nothing else waits for it.
ALTER TABLE "import_batch" ADD COLUMN "format" text;--> statement-breakpoint
ALTER TABLE "import_batch" ADD COLUMN "last_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "import_batch" ADD COLUMN "interrupted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "import_batch" ADD COLUMN "imported" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "import_batch" ADD COLUMN "merged" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "import_batch" ADD COLUMN "refused" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE "import_batch" b SET "last_at" = coalesce(b.finished_at, b.started_at),
  "imported" = n.imported, "merged" = n.merged, "refused" = n.refused
FROM (SELECT batch_id, count(*) FILTER (WHERE status = 'imported') AS imported,
             count(*) FILTER (WHERE status = 'merged') AS merged, count(*) FILTER (WHERE status = 'refused') AS refused
      FROM "import_record" GROUP BY batch_id) n
WHERE n.batch_id = b.id;--> statement-breakpoint
CREATE INDEX "import_batch_site" ON "import_batch" ("site_id", "id");--> statement-breakpoint
-- Refusals are few and asked for alone; of the others a batch is read in its order.
CREATE INDEX "import_record_refused" ON "import_record" ("batch_id", "line") WHERE status = 'refused';--> statement-breakpoint
CREATE TABLE "old_address" (
  "id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  "site_id" bigint NOT NULL REFERENCES "site"("id"),
  "url" text NOT NULL,
  "path" text,
  "reason" text,
  "listed_by" text NOT NULL,
  "listed_at" timestamp with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
-- By digest: an old address may be longer than an index entry.
CREATE UNIQUE INDEX "old_address_url" ON "old_address" ("site_id", md5("url"));--> statement-breakpoint
CREATE INDEX "old_address_path" ON "old_address" ("site_id", md5("path"));
