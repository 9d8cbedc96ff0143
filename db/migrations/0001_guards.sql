-- What drizzle cannot say: partitions, cross references, immutability, roles and public views.
-- New objects only, except the two foreign keys on empty tables.

ALTER TABLE "resource" ADD CONSTRAINT "resource_released_edition" FOREIGN KEY ("released_edition_id") REFERENCES "edition"("id");--> statement-breakpoint
ALTER TABLE "edition" ADD CONSTRAINT "edition_translated_from" FOREIGN KEY ("translated_from_id") REFERENCES "edition"("id");--> statement-breakpoint
ALTER TABLE "resource" ADD CONSTRAINT "resource_state_known" CHECK (state in ('active','archived','deleted','destroyed'));--> statement-breakpoint
ALTER TABLE "edition" ADD CONSTRAINT "edition_state_known" CHECK (state in ('draft','in_review','returned','approved','released','superseded'));--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_state_known" CHECK (state in ('requested','accepted','refused','scheduled','live','withdrawn','expired','moved'));--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_mode_known" CHECK (mode in ('original','reference','copy'));--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_live_has_address" CHECK (state <> 'live' OR (path IS NOT NULL AND published_at IS NOT NULL));--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_copy_pins" CHECK ((mode = 'copy') = (pinned_edition_id IS NOT NULL));--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_withdrawn_says_why" CHECK (state <> 'withdrawn' OR withdrawn_reason IS NOT NULL);--> statement-breakpoint
ALTER TABLE "staff_grant" ADD CONSTRAINT "staff_grant_scope" CHECK (
  (scope_kind = 'platform' AND site_id IS NULL AND column_id IS NULL) OR
  (scope_kind = 'site' AND site_id IS NOT NULL AND column_id IS NULL) OR
  (scope_kind = 'column' AND site_id IS NOT NULL AND column_id IS NOT NULL));--> statement-breakpoint

-- Audit: one partition a month; the worker makes the coming ones. The default partition takes
-- what falls outside, so that no act fails for want of a partition.
CREATE FUNCTION make_audit_partition(month date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  first date := date_trunc('month', month)::date;
  name text := 'audit_entry_' || to_char(first, 'YYYYMM');
BEGIN
  IF to_regclass(name) IS NULL THEN
    EXECUTE format('CREATE TABLE %I PARTITION OF audit_entry FOR VALUES FROM (%L) TO (%L)',
      name, first, (first + interval '1 month')::date);
  END IF;
END $$;--> statement-breakpoint
CREATE TABLE audit_entry_default PARTITION OF audit_entry DEFAULT;--> statement-breakpoint
SELECT make_audit_partition((now() + n * interval '1 month')::date) FROM generate_series(0, 2) AS n;--> statement-breakpoint
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER audit_entry_is_final BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint

-- GL-14.9: the first publication time and a published address never change.
CREATE FUNCTION keep_first_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.first_published_at IS NOT NULL AND NEW.first_published_at IS DISTINCT FROM OLD.first_published_at THEN
    RAISE EXCEPTION 'resource % was first published at %', OLD.id, OLD.first_published_at USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER resource_first_published BEFORE UPDATE OF first_published_at ON resource FOR EACH ROW EXECUTE FUNCTION keep_first_published();--> statement-breakpoint
CREATE FUNCTION keep_path() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.path IS NOT NULL AND NEW.path IS DISTINCT FROM OLD.path THEN
    RAISE EXCEPTION 'placement % is published at %', OLD.id, OLD.path USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER placement_path_is_frozen BEFORE UPDATE OF path ON placement FOR EACH ROW EXECUTE FUNCTION keep_path();--> statement-breakpoint

-- What a citizen's process may see. A draft leak needs two mistakes: a wrong query and a wrong view.
CREATE VIEW public_site AS
  SELECT id, code, name, short_name, level, parent_id, region_code, id_code, sponsor, undertaker, phone,
         address, email, icp, police, emblem, slogan, theme, locales, state, state_notice, successor,
         state_until, home
  FROM site;--> statement-breakpoint
CREATE VIEW public_site_host AS SELECT host, site_id, is_primary FROM site_host;--> statement-breakpoint
CREATE VIEW public_column AS
  SELECT id, site_id, parent_id, path, name, description, keywords, column_type, template, position
  FROM site_column WHERE is_visible;--> statement-breakpoint
CREATE VIEW public_placement AS
  SELECT p.id, p.resource_id, p.site_id, p.column_id, p.state, p.path, p.published_at, p.is_pinned, p.moved_to,
         CASE WHEN p.state = 'live' THEN p.title END AS title,
         CASE WHEN p.state = 'live' THEN p.summary END AS summary,
         CASE WHEN p.state = 'live' THEN coalesce(p.pinned_edition_id, r.released_edition_id) END AS edition_id,
         r.type
  FROM placement p JOIN resource r ON r.id = p.resource_id
  WHERE p.path IS NOT NULL AND p.state IN ('live', 'withdrawn', 'expired', 'moved');--> statement-breakpoint
CREATE VIEW public_placement_column AS
  SELECT placement_id, column_id, published_at, is_pinned FROM placement_column;--> statement-breakpoint
CREATE VIEW public_edition AS
  SELECT e.id, e.resource_id, e.locale, e.number, e.title, e.subtitle, e.summary, e.author, e.body, e.metadata,
         e.released_at, s.name AS source_name
  FROM edition e
  JOIN resource r ON r.id = e.resource_id AND r.state IN ('active', 'archived')
  LEFT JOIN source s ON s.id = e.source_id
  WHERE e.state IN ('released', 'superseded')
    AND (e.id = r.released_edition_id OR EXISTS (SELECT 1 FROM placement c WHERE c.pinned_edition_id = e.id AND c.state = 'live'))
    AND EXISTS (SELECT 1 FROM placement p WHERE p.resource_id = r.id AND p.state = 'live');--> statement-breakpoint
CREATE VIEW public_attachment AS
  SELECT ea.edition_id, ea.role, ea.position, ea.title, a.sha256, a.media_type, a.extension, a.size_bytes
  FROM edition_asset ea JOIN asset a ON a.id = ea.asset_id;--> statement-breakpoint
CREATE VIEW public_tag AS
  SELECT rt.resource_id, t.name FROM resource_tag rt JOIN tag t ON t.id = rt.tag_id;--> statement-breakpoint
CREATE VIEW public_redirect AS SELECT site_id, path, placement_id, target FROM redirect;--> statement-breakpoint
CREATE VIEW public_cache_tag AS SELECT tag, is_drop, changed_at FROM cache_tag;--> statement-breakpoint

DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'zs_app') THEN CREATE ROLE zs_app NOLOGIN; END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'zs_public') THEN CREATE ROLE zs_public NOLOGIN; END IF;
  EXECUTE format('GRANT zs_app, zs_public TO %I', current_user);
END $$;--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO zs_app, zs_public;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO zs_app;--> statement-breakpoint
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO zs_app;--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO zs_app;--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO zs_app;--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry FROM zs_app;--> statement-breakpoint
GRANT SELECT ON public_site, public_site_host, public_column, public_placement, public_placement_column,
  public_edition, public_attachment, public_tag, public_redirect, public_cache_tag TO zs_public;
