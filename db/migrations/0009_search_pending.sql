-- Words of a page wait in a short list before they go into the index (ADR 28). Each ALTER waits for
-- running searches and takes no time itself; the empty list of an index that had none stays empty.
ALTER INDEX "search_document_words" SET (fastupdate = on);--> statement-breakpoint
ALTER INDEX "search_title_words" SET (fastupdate = on);--> statement-breakpoint
-- Only an owner may empty the lists; who writes many pages asks for it before the commit.
CREATE FUNCTION search_settle() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT gin_clean_pending_list('public.search_document_words'::regclass),
         gin_clean_pending_list('public.search_title_words'::regclass)
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION search_settle() FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION search_settle() TO zs_app;
