import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Raw } from "#db/client.ts";
import { connect } from "#db/client.ts";
import { EDITION_STATES, PLACEMENT_STATES, RESOURCE_STATES } from "#db/enums/resources.ts";
import type { Desk } from "#db/testing/desk.ts";
import { openDesk } from "#db/testing/desk.ts";
import { testDatabase } from "#db/testing/scene.ts";
import { env } from "#lib/env.ts";

const base = testDatabase();
const { sql: citizen } = connect({
  role: "zs_public",
  max: 1,
  name: "test-public",
  url: env.DATABASE_URL ?? "",
});
let tables: string[] = [];
let views: string[] = [];

beforeAll(async () => {
  const names = async (kind: string) => {
    const rows = await base.owner<{ name: string }[]>`
      select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where nspname = 'public' and relkind::text = any(string_to_array(${kind}, ','))`;
    return rows.map(({ name }) => name);
  };
  tables = await names("r,p");
  views = await names("v");
});
afterAll(async () => {
  await citizen.end();
  await base.close();
});

const refusal = (on: Raw, text: string) =>
  on.unsafe(text).then(
    () => "done",
    (error: { code: string }) => error.code,
  );
const INSUFFICIENT_PRIVILEGE = "42501";
const RESTRICTED = "23001";

/** A moment that belongs into a partition; long ago for the default one. */
const monthOf = (partition: string): string => {
  const [, year, month] = /_(\d{4})(\d\d)$/.exec(partition) ?? [];
  return `timestamptz '${year ?? "1999"}-${month ?? "01"}-15'`;
};

describe("a citizen's process", () => {
  test("reads no table at all", async () => {
    expect(tables.length).toBeGreaterThan(20);
    for (const table of tables)
      expect([table, await refusal(citizen, `select 1 from ${table} limit 1`)]).toEqual([
        table,
        INSUFFICIENT_PRIVILEGE,
      ]);
  });

  test("reads every view that is made for it, and there is no other", async () => {
    expect(views.filter((view) => !view.startsWith("public_"))).toEqual([]);
    expect(views.length).toBeGreaterThanOrEqual(10);
    for (const view of views)
      expect([view, await refusal(citizen, `select * from ${view} limit 1`)]).toEqual([
        view,
        "done",
      ]);
  });

  test("writes to no table and to no view", async () => {
    for (const name of [...tables, ...views]) {
      // `where false`: were it allowed, nothing would be lost.
      for (const text of [`delete from ${name} where false`, `truncate ${name}`])
        expect([text, await refusal(citizen, text)]).not.toContain("done");
    }
    for (const text of [
      "update public_site set name = 'x'",
      "insert into public_redirect values (1, '/', null, '/')",
      "insert into cache_tag values ('x', true, now())",
    ])
      expect([text, await refusal(citizen, text)]).not.toContain("done");
  });

  test("runs nothing that acts with its owner's rights, but the noting of questions", async () => {
    const own = await base.owner<{ name: string; isOpen: boolean }[]>`
      select proname as name, has_function_privilege('zs_public', oid, 'execute') as "isOpen" from pg_proc
      where pronamespace = 'public'::regnamespace and prosecdef`;
    expect(own.map(({ name }) => name)).toContain("search_settle");
    // The one thing it may write: sums of questions, of which it reads nothing back (ADR 29).
    expect(own.filter(({ isOpen }) => isOpen).map(({ name }) => name)).toEqual(["search_note"]);
    expect(await refusal(citizen, "select search_settle()")).toBe(INSUFFICIENT_PRIVILEGE);
    expect(await refusal(base.sql, "select search_settle()")).toBe("done");
  });

  test("does not become another role that may more", async () => {
    expect(await refusal(citizen, "set role zs_app; select 1 from edition")).not.toBe("42P01");
    const [row] = await citizen<{ member: boolean }[]>`
      select pg_has_role('zs_public', 'zs_app', 'member') as member`;
    expect(row?.member).toBe(false);
  });
});

/** Words that nobody outside may read: one for each row, so that a leak names its own place. */
const SECRET = "机密词";

describe("rows in every state", () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(base);
    const { siteId } = desk;
    const columnId = desk.columnOf("zwdt/tzgg");
    for (const state of PLACEMENT_STATES) {
      for (const resourceState of RESOURCE_STATES) {
        for (const editionState of EDITION_STATES) {
          await base.owner.begin(async (tx) => {
            const word = `${SECRET}-${state}-${resourceState}-${editionState}`;
            const [resource] = await tx<{ id: number }[]>`
              insert into resource (type, origin_site_id, created_by, state, first_published_at, archived_at)
              values ('article', ${siteId}, 'test', ${resourceState}, now(), now()) returning id::int`;
            const resourceId = resource?.id ?? 0;
            const [edition] = await tx<{ id: number }[]>`
              insert into edition (resource_id, number, state, title, summary, author, body, metadata, content_hash, created_by)
              values (${resourceId}, 1, ${editionState}, ${word}, ${word}, ${word}, ${JSON.stringify({ word })}::jsonb, ${JSON.stringify({ word })}::jsonb, '\\x00', 'test')
              returning id::int`;
            await tx`update resource set released_edition_id = ${edition?.id ?? 0} where id = ${resourceId}`;
            const path = `/secret/${resourceId}.html`;
            await tx`insert into placement (resource_id, site_id, column_id, mode, state, path, title, summary, published_at, withdrawn_reason)
              values (${resourceId}, ${siteId}, ${columnId}, 'original', ${state}, ${path}, ${word}, ${word}, now(), ${word})`;
            const [asset] = await tx<{ id: number }[]>`
              insert into asset (sha256, media_type, extension, size_bytes, name)
              values (decode(md5(${word}), 'hex'), 'application/pdf', 'pdf', 1, ${word}) returning id::int`;
            await tx`insert into edition_asset values (${edition?.id ?? 0}, ${asset?.id ?? 0}, 'attachment', 0, ${word})`;
            const [tag] = await tx<
              { id: number }[]
            >`insert into tag (name) values (${word}) returning id::int`;
            await tx`insert into resource_tag values (${resourceId}, ${tag?.id ?? 0})`;
          });
        }
      }
    }
  });

  /** Words of all rows of a view that hold the secret, as `placement-resource-edition` states. */
  async function leaksOf(view: string): Promise<string[]> {
    const rows = await citizen.unsafe<{ row: unknown }[]>(
      `select to_jsonb(v) as row from ${view} v where to_jsonb(v)::text like '%${SECRET}%'`,
    );
    const words = rows.flatMap(({ row }) =>
      [...JSON.stringify(row).matchAll(new RegExp(`${SECRET}-([a-z_-]+)`, "g"))].map(
        ([, word = ""]) => word,
      ),
    );
    return [...new Set(words)].sort();
  }

  test("no view shows words of a draft or of anything that is not live", async () => {
    for (const view of views) {
      for (const leak of await leaksOf(view)) {
        const [placement, ...rest] = leak.split("-");
        expect([view, leak, placement]).toEqual([view, leak, "live"]);
        if (view === "public_edition" || view === "public_attachment")
          expect([view, rest.at(-1)]).toEqual([
            view,
            expect.stringMatching(/^(released|superseded)$/),
          ]);
      }
    }
  });

  test("no text and no file of a resource that was deleted or destroyed is shown", async () => {
    for (const view of ["public_edition", "public_attachment"]) {
      const leaks = (await leaksOf(view)).filter((word) => /-(deleted|destroyed)-/.test(word));
      expect([view, leaks]).toEqual([view, []]);
    }
  });

  test("what is live and released is shown", async () => {
    expect(await leaksOf("public_edition")).toEqual([
      "live-active-released",
      "live-active-superseded",
      "live-archived-released",
      "live-archived-superseded",
    ]);
    expect(await leaksOf("public_placement")).toContain("live-active-released");
  });

  test("a withdrawn address is known as such, without its words", async () => {
    const rows = await citizen`
      select state, title, summary, edition_id from public_placement
      where site_id = ${desk.siteId} and state <> 'live'`;
    expect(new Set(rows.map((row) => row["state"]))).toEqual(
      new Set(["withdrawn", "expired", "moved"]),
    );
    for (const row of rows)
      expect(row).toMatchObject({ title: null, summary: null, edition_id: null });
  });
});

describe("what never changes", () => {
  test("audit rows and reviews, neither by the application nor by the owner", async () => {
    await base.owner`insert into audit_entry (at, actor_kind, actor_id, action, subject_kind, subject_id, details, signature) values (now(), 'system', 'test', 'x', 'test', '1', '{}', '\\x00')`;
    for (const text of [
      "update audit_entry set action = 'y' where subject_kind = 'test'",
      "delete from audit_entry where subject_kind = 'test'",
      "truncate audit_entry",
    ])
      expect([text, await refusal(base.sql, text)]).toEqual([text, INSUFFICIENT_PRIVILEGE]);
    for (const text of [
      "update audit_entry set action = 'y' where subject_kind = 'test'",
      "delete from audit_entry where subject_kind = 'test'",
    ])
      expect([text, await refusal(base.owner, text)]).toEqual([text, RESTRICTED]);
  });

  test("audit rows in their monthly partitions, whatever the month", async () => {
    const partitions = tables.filter((name) => name.startsWith("audit_entry_"));
    expect(partitions.length).toBeGreaterThanOrEqual(4);
    for (const name of partitions) {
      await base.owner.unsafe(
        `insert into ${name} (id, at, actor_kind, actor_id, action, subject_kind, subject_id, details, signature) overriding system value
         select 999999, ${monthOf(name)}, 'system', 'test', 'x', 'test', '1', '{}', '\\x00'`,
      );
      for (const text of [
        `update ${name} set action = 'y'`,
        `delete from ${name}`,
        `truncate ${name}`,
      ])
        expect([text, await refusal(base.sql, text)]).not.toContain("done");
    }
  });

  test("the moment of first publication, and a published address", async () => {
    const desk = await openDesk(base);
    const [resource] = await base.db.execute<{ id: string }>(sql`
      insert into resource (type, origin_site_id, created_by, first_published_at)
      values ('article', ${desk.siteId}, 'test', '2008-08-08T12:08:00Z') returning id`);
    const id = Number(resource?.id);
    await base.db.execute(sql`
      insert into placement (resource_id, site_id, column_id, mode, state, path, title, published_at)
      values (${id}, ${desk.siteId}, ${desk.columnOf("zwdt/tzgg")}, 'original', 'live', ${`/zwdt/tzgg/${id}.html`}, 't', now())`);
    for (const on of [base.sql, base.owner]) {
      for (const text of [
        `update resource set first_published_at = now() where id = ${id}`,
        `update resource set first_published_at = null where id = ${id}`,
        `update placement set path = '/else.html' where resource_id = ${id}`,
        `update placement set path = null, state = 'accepted' where resource_id = ${id}`,
      ])
        expect([text, await refusal(on, text)]).toEqual([text, RESTRICTED]);
    }
    // Saying the same again is no change.
    expect(
      await refusal(base.sql, `update placement set path = path where resource_id = ${id}`),
    ).toBe("done");
  });
});
