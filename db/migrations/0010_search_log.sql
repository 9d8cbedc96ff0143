-- What is asked of the search, counted a day and never by person (ADR 29). New objects only: nothing is locked.
CREATE TABLE "search_question" (
  "site_id" bigint NOT NULL REFERENCES "site"("id"),
  "day" date NOT NULL,
  -- A second wall: what has seven figures in a row may be somebody's number, and is not kept.
  "text" text NOT NULL CHECK (char_length(text) BETWEEN 1 AND 100 AND text !~ '[0-9]{7}'),
  "scope" text NOT NULL CHECK (scope IN ('site', 'group')),
  "class" text NOT NULL,
  "asked" integer NOT NULL,
  "led" integer NOT NULL,
  "empty" integer NOT NULL,
  "clicked" integer NOT NULL,
  "hits" integer NOT NULL,
  PRIMARY KEY ("site_id", "day", "text", "scope", "class")
);--> statement-breakpoint
CREATE INDEX "search_question_day" ON "search_question" ("day");--> statement-breakpoint
CREATE TABLE "search_day" (
  "site_id" bigint NOT NULL REFERENCES "site"("id"),
  "day" date NOT NULL,
  "channel" text NOT NULL CHECK (channel IN ('person', 'robot', 'program')),
  "asked" integer NOT NULL,
  "empty" integer NOT NULL,
  "clicked" integer NOT NULL,
  "withheld" integer NOT NULL,
  "noted_at" timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY ("site_id", "day", "channel")
);--> statement-breakpoint
CREATE TABLE "search_click" (
  "site_id" bigint NOT NULL REFERENCES "site"("id"),
  "day" date NOT NULL,
  "text" text NOT NULL,
  "resource_id" bigint NOT NULL REFERENCES "resource"("id"),
  "clicks" integer NOT NULL,
  "weight" real NOT NULL,
  PRIMARY KEY ("site_id", "day", "text", "resource_id")
);--> statement-breakpoint
CREATE INDEX "search_click_day" ON "search_click" ("day");--> statement-breakpoint
-- Made from the three above by the worker.
CREATE TABLE "search_click_rate" (
  "text" text NOT NULL,
  "resource_id" bigint NOT NULL REFERENCES "resource"("id"),
  "rate" real NOT NULL CHECK (rate BETWEEN 0 AND 1),
  PRIMARY KEY ("text", "resource_id")
);--> statement-breakpoint
CREATE TABLE "search_popular" (
  "site_id" bigint NOT NULL REFERENCES "site"("id"),
  "text" text NOT NULL,
  "words" text[] NOT NULL,
  "asked" integer NOT NULL,
  "place" integer,
  "neighbours" text[] NOT NULL,
  PRIMARY KEY ("site_id", "text")
);--> statement-breakpoint
CREATE INDEX "search_popular_words" ON "search_popular" USING gin ("words");--> statement-breakpoint
CREATE INDEX "search_popular_place" ON "search_popular" ("site_id", "place") WHERE place IS NOT NULL;--> statement-breakpoint
-- What editors say of hot words, and words that are never shown as one.
CREATE TABLE "search_hot_choice" (
  "site_id" bigint NOT NULL REFERENCES "site"("id"),
  "text" text NOT NULL CHECK (char_length(text) BETWEEN 1 AND 100),
  "choice" text NOT NULL CHECK (choice IN ('pin', 'hide')),
  "chosen_by" text NOT NULL,
  "chosen_at" timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY ("site_id", "text")
);--> statement-breakpoint
CREATE TABLE "search_blocked_word" (
  "word" text PRIMARY KEY CHECK (word <> ''),
  "updated_by" text NOT NULL,
  "updated_at" timestamptz NOT NULL DEFAULT now()
);--> statement-breakpoint
INSERT INTO "search_blocked_word" ("word", "updated_by")
SELECT word, 'system:default' FROM unnest(ARRAY['赌博', '博彩', '色情', '裸聊', '毒品', '枪支', '弹药', '假币', '代开发票', '办假证', '自杀']) AS word;--> statement-breakpoint
CREATE TABLE "search_task" (
  "id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  "site_id" bigint NOT NULL REFERENCES "site"("id"),
  "text" text NOT NULL,
  "reason" text NOT NULL CHECK (reason IN ('no-hits', 'no-clicks')),
  "state" text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'answered', 'dismissed')),
  "asked" integer NOT NULL,
  "owner_id" bigint REFERENCES "staff_account"("id"),
  "due_on" date NOT NULL,
  "raised_at" timestamptz NOT NULL DEFAULT now(),
  "closed_at" timestamptz,
  "remedy" text CHECK (remedy IN ('content', 'synonym', 'best-bet')),
  "note" text,
  CONSTRAINT "search_task_closed" CHECK ((state = 'open') = (closed_at IS NULL)),
  CONSTRAINT "search_task_answer" CHECK ((state = 'answered') = (remedy IS NOT NULL)),
  CONSTRAINT "search_task_dismissal" CHECK (state <> 'dismissed' OR note IS NOT NULL)
);--> statement-breakpoint
CREATE UNIQUE INDEX "search_task_open" ON "search_task" ("site_id", "text") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "search_task_site" ON "search_task" ("site_id", "state", "due_on", "id");--> statement-breakpoint
CREATE TABLE "search_note_gate" ("at" timestamptz NOT NULL);--> statement-breakpoint
INSERT INTO "search_note_gate" VALUES (now());--> statement-breakpoint
-- The one thing that citizens' processes may write: sums of questions. Bounded in size (a megabyte, 2,000 rows
-- of a kind), in rate (five calls a second, all callers together) and in growth (rows a site and day). False:
-- too soon, nothing was taken. It reads nothing back to its caller.
CREATE FUNCTION search_note(notes jsonb, most_rows integer) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  today date := (now() AT TIME ZONE 'Asia/Shanghai')::date;
  most integer := least(greatest(most_rows, 0), 20000);
BEGIN
  IF pg_column_size(notes) > 1000000 THEN
    RAISE EXCEPTION 'too much at once' USING ERRCODE = 'program_limit_exceeded';
  END IF;
  UPDATE search_note_gate SET at = clock_timestamp() WHERE at < clock_timestamp() - interval '200 milliseconds';
  IF NOT FOUND THEN RETURN false; END IF;

  INSERT INTO search_day AS d (site_id, day, channel, asked, empty, clicked, withheld)
  SELECT g.site, today, g.channel, sum(least(g.asked, 10000)), sum(least(g.empty, 10000)), sum(least(g.clicked, 10000)),
         sum(least(g.withheld, 10000))
  FROM (SELECT * FROM jsonb_to_recordset(notes->'days')
          AS r(site bigint, channel text, asked integer, empty integer, clicked integer, withheld integer) LIMIT 2000) g
  JOIN site s ON s.id = g.site
  WHERE g.channel IN ('person', 'robot', 'program') AND least(g.asked, g.empty, g.clicked, g.withheld) >= 0
  GROUP BY g.site, g.channel
  ON CONFLICT (site_id, day, channel) DO UPDATE SET asked = d.asked + excluded.asked, empty = d.empty + excluded.empty,
    clicked = d.clicked + excluded.clicked, withheld = d.withheld + excluded.withheld, noted_at = now();

  INSERT INTO search_question AS q (site_id, day, text, scope, class, asked, led, empty, clicked, hits)
  SELECT p.site, today, p.text, p.scope, p.class, p.asked, p.led, p.empty, p.clicked, p.hits
  FROM (
    SELECT g.*, k.site_id IS NOT NULL AS is_known,
           row_number() OVER (PARTITION BY g.site, k.site_id IS NULL ORDER BY g.asked DESC, g.text) AS nth,
           (SELECT count(*) FROM search_question n WHERE n.site_id = g.site AND n.day = today) AS kept
    FROM (
      SELECT r.site, r.text, r.scope, r.class, sum(least(r.asked, 10000))::integer AS asked,
             sum(least(r.led, 10000))::integer AS led, sum(least(r.empty, 10000))::integer AS empty,
             sum(least(r.clicked, 10000))::integer AS clicked, max(least(r.hits, 1000000))::integer AS hits
      FROM (SELECT * FROM jsonb_to_recordset(notes->'questions') AS t(site bigint, text text, scope text, class text,
              asked integer, led integer, empty integer, clicked integer, hits integer) LIMIT 2000) r
      JOIN site s ON s.id = r.site
      WHERE char_length(r.text) BETWEEN 1 AND 100 AND r.text !~ '[0-9]{7}' AND r.scope IN ('site', 'group')
        AND r.class ~ '^[a-z]{0,20}$' AND least(r.asked, r.led, r.empty, r.clicked, r.hits) >= 0
      GROUP BY r.site, r.text, r.scope, r.class) g
    LEFT JOIN search_question k ON k.site_id = g.site AND k.day = today AND k.text = g.text AND k.scope = g.scope
      AND k.class = g.class) p
  WHERE p.is_known OR p.nth + p.kept <= most
  ON CONFLICT (site_id, day, text, scope, class) DO UPDATE SET asked = q.asked + excluded.asked, led = q.led + excluded.led,
    empty = q.empty + excluded.empty, clicked = q.clicked + excluded.clicked,
    hits = CASE WHEN excluded.asked > 0 THEN excluded.hits ELSE q.hits END;

  INSERT INTO search_click AS c (site_id, day, text, resource_id, clicks, weight)
  SELECT g.site, today, g.text, g.resource, sum(least(g.clicks, 1000)), sum(least(g.weight, 1000))
  FROM (SELECT * FROM jsonb_to_recordset(notes->'clicks')
          AS t(site bigint, text text, resource bigint, clicks integer, weight real) LIMIT 2000) g
  JOIN resource r ON r.id = g.resource
  WHERE g.clicks > 0 AND g.weight >= 0
    AND EXISTS (SELECT 1 FROM search_question k WHERE k.site_id = g.site AND k.day >= today - 1 AND k.text = g.text)
    AND (SELECT count(*) FROM search_click n WHERE n.site_id = g.site AND n.day = today) < most
  GROUP BY g.site, g.text, g.resource
  ON CONFLICT (site_id, day, text, resource_id) DO UPDATE SET clicks = c.clicks + excluded.clicks,
    weight = c.weight + excluded.weight;
  RETURN true;
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION search_note(jsonb, integer) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION search_note(jsonb, integer) TO zs_public;--> statement-breakpoint
CREATE VIEW public_search_click_rate AS SELECT text, resource_id, rate FROM search_click_rate;--> statement-breakpoint
CREATE VIEW public_search_popular AS SELECT site_id, text, words, asked, place, neighbours FROM search_popular;--> statement-breakpoint
GRANT SELECT ON public_search_click_rate, public_search_popular TO zs_public, zs_app;
