-- What every new row pays for and nobody uses. Both statements wait for running writes and take no time themselves.
-- Words and their places do not pack: of ten thousand real documents pglz made them a thousandth smaller.
-- Rows that are there stay as they are.
ALTER TABLE "search_document" ALTER COLUMN "words" SET STORAGE EXTERNAL;--> statement-breakpoint
-- "placement_once" begins with the same column.
DROP INDEX "placement_resource";
