-- What an import writes much of. Each statement waits for running writes of its table and takes no time
-- itself: only new rows are kept in the new way, old ones stay readable as they are.
-- An import writes a resource and its released edition in one act, the resource first. Everybody else
-- is held to it at once, as before.
ALTER TABLE "resource" ALTER CONSTRAINT "resource_released_edition" DEFERRABLE INITIALLY IMMEDIATE;--> statement-breakpoint
-- lz4 packs long values several times faster than pglz and nearly as small. A server that was built
-- without it keeps pglz.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)) THEN
    ALTER TABLE "edition" ALTER COLUMN "body" SET COMPRESSION lz4;
    ALTER TABLE "search_document" ALTER COLUMN "body" SET COMPRESSION lz4;
    ALTER TABLE "search_document" ALTER COLUMN "words" SET COMPRESSION lz4;
  END IF;
END $$;
