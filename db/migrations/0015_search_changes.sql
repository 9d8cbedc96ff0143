-- The outbox of an external search engine. New objects only: nothing is locked. Both tables stay empty without such an engine.
CREATE TABLE "search_follower" (
  "engine" text PRIMARY KEY CHECK ("engine" = 'opensearch'),
  "since" timestamptz NOT NULL DEFAULT now()
);--> statement-breakpoint
-- No reference to resource: what was destroyed must still be told.
CREATE TABLE "search_change" (
  "seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  "resource_id" bigint NOT NULL,
  "noted_at" timestamptz NOT NULL DEFAULT now(),
  "attempts" integer NOT NULL DEFAULT 0,
  "due_at" timestamptz NOT NULL DEFAULT now(),
  "problem" text
);
