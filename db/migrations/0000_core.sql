-- New tables only: takes no lock that a running version could feel.
CREATE TABLE "audit_entry" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "audit_entry_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"site_id" bigint,
	"details" jsonb NOT NULL,
	"signature" "bytea" NOT NULL,
	CONSTRAINT "audit_entry_at_id_pk" PRIMARY KEY("at","id")
) PARTITION BY RANGE ("at");
--> statement-breakpoint
CREATE TABLE "cache_tag" (
	"tag" text PRIMARY KEY NOT NULL,
	"is_drop" boolean DEFAULT false NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "standard_value" (
	"key" text NOT NULL,
	"valid_from" date NOT NULL,
	"value" jsonb NOT NULL,
	"rule_id" text NOT NULL,
	"source" text NOT NULL,
	"confidence" text NOT NULL,
	CONSTRAINT "standard_value_key_valid_from_pk" PRIMARY KEY("key","valid_from")
);
--> statement-breakpoint
CREATE TABLE "setup_link" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "staff_account" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "staff_account_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"login" text NOT NULL,
	"display_name" text NOT NULL,
	"password_hash" text NOT NULL,
	"must_change_password" boolean DEFAULT true NOT NULL,
	"is_enabled" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "staff_account_login_unique" UNIQUE("login")
);
--> statement-breakpoint
CREATE TABLE "staff_grant" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "staff_grant_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account_id" bigint NOT NULL,
	"role" text NOT NULL,
	"scope_kind" text NOT NULL,
	"site_id" bigint,
	"column_id" bigint,
	"granted_by" text NOT NULL,
	"granted_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "site_column" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "site_column_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"site_id" bigint NOT NULL,
	"parent_id" bigint,
	"path" text NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"keywords" text NOT NULL,
	"column_type" text NOT NULL,
	"resource_type" text NOT NULL,
	"template" text DEFAULT 'list' NOT NULL,
	"freshness_class" text NOT NULL,
	"cycle_days" integer,
	"rhythm" text,
	"position" integer DEFAULT 0 NOT NULL,
	"is_visible" boolean DEFAULT true NOT NULL,
	"is_blank_allowed" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "site_column_path" UNIQUE("site_id","path")
);
--> statement-breakpoint
CREATE TABLE "asset" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "asset_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"sha256" "bytea" NOT NULL,
	"media_type" text NOT NULL,
	"extension" text NOT NULL,
	"size_bytes" bigint NOT NULL,
	"width_pixels" integer,
	"height_pixels" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "asset_sha256_unique" UNIQUE("sha256")
);
--> statement-breakpoint
CREATE TABLE "edition" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "edition_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"resource_id" bigint NOT NULL,
	"locale" text DEFAULT 'zh-CN' NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"review_round" integer DEFAULT 0 NOT NULL,
	"review_step" integer DEFAULT 0 NOT NULL,
	"title" text NOT NULL,
	"subtitle" text,
	"summary" text,
	"author" text,
	"source_id" bigint,
	"body" jsonb NOT NULL,
	"metadata" jsonb NOT NULL,
	"content_hash" "bytea" NOT NULL,
	"approved_hash" "bytea",
	"translated_from_id" bigint,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" text NOT NULL,
	"released_at" timestamp with time zone,
	CONSTRAINT "edition_number" UNIQUE("resource_id","locale","number")
);
--> statement-breakpoint
CREATE TABLE "edition_asset" (
	"edition_id" bigint NOT NULL,
	"asset_id" bigint NOT NULL,
	"role" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"title" text NOT NULL,
	CONSTRAINT "edition_asset_edition_id_asset_id_role_pk" PRIMARY KEY("edition_id","asset_id","role")
);
--> statement-breakpoint
CREATE TABLE "import_batch" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "import_batch_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"site_id" bigint NOT NULL,
	"column_id" bigint NOT NULL,
	"file_name" text NOT NULL,
	"started_by" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "import_record" (
	"batch_id" bigint NOT NULL,
	"line" integer NOT NULL,
	"external_id" text,
	"status" text NOT NULL,
	"reason" text,
	"resource_id" bigint,
	CONSTRAINT "import_record_batch_id_line_pk" PRIMARY KEY("batch_id","line")
);
--> statement-breakpoint
CREATE TABLE "placement" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "placement_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"resource_id" bigint NOT NULL,
	"site_id" bigint NOT NULL,
	"column_id" bigint NOT NULL,
	"mode" text NOT NULL,
	"state" text NOT NULL,
	"pinned_edition_id" bigint,
	"publish_at" timestamp with time zone,
	"path" text,
	"title" text NOT NULL,
	"summary" text,
	"published_at" timestamp with time zone,
	"is_pinned" boolean DEFAULT false NOT NULL,
	"withdrawn_reason" text,
	"moved_to" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "placement_path" UNIQUE("site_id","path"),
	CONSTRAINT "placement_once" UNIQUE("resource_id","column_id")
);
--> statement-breakpoint
CREATE TABLE "placement_column" (
	"placement_id" bigint NOT NULL,
	"column_id" bigint NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"is_pinned" boolean DEFAULT false NOT NULL,
	CONSTRAINT "placement_column_placement_id_column_id_pk" PRIMARY KEY("placement_id","column_id")
);
--> statement-breakpoint
CREATE TABLE "redirect" (
	"site_id" bigint NOT NULL,
	"path" text NOT NULL,
	"placement_id" bigint,
	"target" text,
	CONSTRAINT "redirect_site_id_path_pk" PRIMARY KEY("site_id","path")
);
--> statement-breakpoint
CREATE TABLE "resource" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "resource_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"uid" uuid DEFAULT uuidv7() NOT NULL,
	"type" text NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"origin_site_id" bigint NOT NULL,
	"owner_organisation_id" bigint,
	"validity" text DEFAULT 'current' NOT NULL,
	"external_id" text,
	"first_published_at" timestamp with time zone,
	"released_edition_id" bigint,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" text NOT NULL,
	CONSTRAINT "resource_uid_unique" UNIQUE("uid"),
	CONSTRAINT "resource_external_id_unique" UNIQUE("external_id")
);
--> statement-breakpoint
CREATE TABLE "resource_tag" (
	"resource_id" bigint NOT NULL,
	"tag_id" bigint NOT NULL,
	CONSTRAINT "resource_tag_resource_id_tag_id_pk" PRIMARY KEY("resource_id","tag_id")
);
--> statement-breakpoint
CREATE TABLE "source" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "source_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"url" text,
	CONSTRAINT "source_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "tag" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "tag_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	CONSTRAINT "tag_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "organisation_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"parent_id" bigint,
	"name" text NOT NULL,
	"region_code" text NOT NULL,
	CONSTRAINT "organisation_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "site" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "site_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"name" text NOT NULL,
	"short_name" text NOT NULL,
	"level" text NOT NULL,
	"parent_id" bigint,
	"organisation_id" bigint NOT NULL,
	"region_code" text NOT NULL,
	"id_code" text NOT NULL,
	"sponsor" text NOT NULL,
	"undertaker" text,
	"phone" text NOT NULL,
	"address" text NOT NULL,
	"email" text,
	"icp" text,
	"police" text,
	"emblem" text DEFAULT 'none' NOT NULL,
	"slogan" text,
	"theme" text NOT NULL,
	"locales" text[] DEFAULT '{zh-CN}' NOT NULL,
	"state" text DEFAULT 'preparing' NOT NULL,
	"state_notice" text,
	"successor" text,
	"state_until" timestamp with time zone,
	"template_code" text,
	"template_version" integer,
	"home" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "site_code_unique" UNIQUE("code"),
	CONSTRAINT "site_id_code_unique" UNIQUE("id_code"),
	CONSTRAINT "site_level_known" CHECK ("site"."level" in ('province', 'city', 'county', 'department')),
	CONSTRAINT "site_state_known" CHECK ("site"."state" in ('preparing', 'online', 'suspended', 'closed', 'moved')),
	CONSTRAINT "site_id_code_form" CHECK ("site"."id_code" ~ '^([0-9]{10}|bm[0-9]{8})$')
);
--> statement-breakpoint
CREATE TABLE "site_host" (
	"host" text PRIMARY KEY NOT NULL,
	"site_id" bigint NOT NULL,
	"is_primary" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "site_template" (
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"body" jsonb NOT NULL,
	CONSTRAINT "site_template_code_version_pk" PRIMARY KEY("code","version")
);
--> statement-breakpoint
ALTER TABLE "staff_grant" ADD CONSTRAINT "staff_grant_account_id_staff_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."staff_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_grant" ADD CONSTRAINT "staff_grant_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_grant" ADD CONSTRAINT "staff_grant_column_id_site_column_id_fk" FOREIGN KEY ("column_id") REFERENCES "public"."site_column"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_column" ADD CONSTRAINT "site_column_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_column" ADD CONSTRAINT "site_column_parent_id_site_column_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."site_column"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition" ADD CONSTRAINT "edition_resource_id_resource_id_fk" FOREIGN KEY ("resource_id") REFERENCES "public"."resource"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition" ADD CONSTRAINT "edition_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_asset" ADD CONSTRAINT "edition_asset_edition_id_edition_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."edition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_asset" ADD CONSTRAINT "edition_asset_asset_id_asset_id_fk" FOREIGN KEY ("asset_id") REFERENCES "public"."asset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_column_id_site_column_id_fk" FOREIGN KEY ("column_id") REFERENCES "public"."site_column"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_record" ADD CONSTRAINT "import_record_batch_id_import_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."import_batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_record" ADD CONSTRAINT "import_record_resource_id_resource_id_fk" FOREIGN KEY ("resource_id") REFERENCES "public"."resource"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_resource_id_resource_id_fk" FOREIGN KEY ("resource_id") REFERENCES "public"."resource"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_column_id_site_column_id_fk" FOREIGN KEY ("column_id") REFERENCES "public"."site_column"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_pinned_edition_id_edition_id_fk" FOREIGN KEY ("pinned_edition_id") REFERENCES "public"."edition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement_column" ADD CONSTRAINT "placement_column_placement_id_placement_id_fk" FOREIGN KEY ("placement_id") REFERENCES "public"."placement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement_column" ADD CONSTRAINT "placement_column_column_id_site_column_id_fk" FOREIGN KEY ("column_id") REFERENCES "public"."site_column"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redirect" ADD CONSTRAINT "redirect_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redirect" ADD CONSTRAINT "redirect_placement_id_placement_id_fk" FOREIGN KEY ("placement_id") REFERENCES "public"."placement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource" ADD CONSTRAINT "resource_origin_site_id_site_id_fk" FOREIGN KEY ("origin_site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource" ADD CONSTRAINT "resource_owner_organisation_id_organisation_id_fk" FOREIGN KEY ("owner_organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource_tag" ADD CONSTRAINT "resource_tag_resource_id_resource_id_fk" FOREIGN KEY ("resource_id") REFERENCES "public"."resource"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource_tag" ADD CONSTRAINT "resource_tag_tag_id_tag_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tag"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_parent_id_organisation_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site" ADD CONSTRAINT "site_parent_id_site_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site" ADD CONSTRAINT "site_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_host" ADD CONSTRAINT "site_host_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entry_subject" ON "audit_entry" USING btree ("subject_kind","subject_id","at");--> statement-breakpoint
CREATE INDEX "cache_tag_changed_at" ON "cache_tag" USING btree ("changed_at");--> statement-breakpoint
CREATE INDEX "staff_grant_account" ON "staff_grant" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "site_column_parent" ON "site_column" USING btree ("parent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "edition_one_open" ON "edition" USING btree ("resource_id","locale") WHERE "edition"."state" in ('draft', 'in_review', 'returned', 'approved');--> statement-breakpoint
CREATE INDEX "placement_resource" ON "placement" USING btree ("resource_id");--> statement-breakpoint
CREATE INDEX "placement_column_list" ON "placement_column" USING btree ("column_id","is_pinned" DESC NULLS LAST,"published_at" DESC NULLS LAST,"placement_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "resource_origin_site" ON "resource" USING btree ("origin_site_id","id");--> statement-breakpoint
CREATE INDEX "resource_tag_tag" ON "resource_tag" USING btree ("tag_id");--> statement-breakpoint
CREATE UNIQUE INDEX "site_host_one_primary" ON "site_host" USING btree ("site_id") WHERE "site_host"."is_primary";