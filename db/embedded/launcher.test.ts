import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RunningPostgres } from "#db/embedded/launcher.ts";
import { startPostgres } from "#db/embedded/launcher.ts";

// A space, and letters that are not ASCII: people name folders so.
const folder = mkdtempSync(join(tmpdir(), "zs 政枢 "));
const options = {
  dataDir: join(folder, "pg"),
  password: "p@ss/word 密码 %41'\"",
  logFile: join(folder, "postgres.log"),
  settings: { shared_buffers: "16MB", max_connections: "20" },
};
let server: RunningPostgres;

beforeAll(async () => {
  server = await startPostgres(options);
}, 60_000);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const ask = async <Row>(url: string, text: string): Promise<Row[]> => {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    return [...(await sql.unsafe(text))] as unknown as Row[];
  } finally {
    await sql.end({ timeout: 1 });
  }
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

test("a folder whose name has a space holds a PostgreSQL 18 in UTF-8 with checksums", async () => {
  const [row] = await ask(
    server.url,
    "select current_setting('server_version_num')::int / 10000 as version, current_setting('server_encoding') as encoding, current_setting('data_checksums') as checksums",
  );
  expect(row).toEqual({ version: 18, encoding: "UTF8", checksums: "on" });
});

test("nobody enters without the password, and the password lies in no file", async () => {
  const wrong = new URL(server.url);
  wrong.password = "guess";
  await expect(ask(wrong.href, "select 1")).rejects.toMatchObject({ code: "28P01" });
  wrong.password = "";
  await expect(ask(wrong.href, "select 1")).rejects.toThrow();
  expect(existsSync(`${options.dataDir}.pw`)).toBe(false);
  const found = spawnSync("grep", ["-rlF", options.password, folder], { encoding: "utf8" });
  expect(found.stdout).toBe("");
});

test("it listens on loopback only, and its folder is private", async () => {
  const [row] = await ask<{ addresses: string; sockets: string }>(
    server.url,
    "select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets",
  );
  expect(row).toEqual({ addresses: "127.0.0.1", sockets: "" });
  expect(statSync(options.dataDir).mode & 0o077).toBe(0);
});

test("one that is up already is adopted, not started again", async () => {
  const again = await startPostgres(options);
  expect([again.pid, again.port, again.url]).toEqual([server.pid, server.port, server.url]);
});

test("one whose password is another is not adopted", async () => {
  await expect(startPostgres({ ...options, password: "another one" })).rejects.toMatchObject({
    code: "28P01",
  });
  expect(isAlive(server.pid)).toBe(true);
});

test("after kill -9 it starts again, at the same port, with every row that was acknowledged", async () => {
  await ask(server.url, "create table kept (id int primary key)");
  const sql = postgres(server.url, { max: 4, onnotice: () => {} });
  let acknowledged = 0;
  // Writers that are cut off in the middle; what was said to be stored must be there.
  const writers = [0, 1, 2, 3].map(async (writer) => {
    for (let at = 0; ; at += 1) {
      await sql`insert into kept values (${writer * 1_000_000 + at})`;
      acknowledged += 1;
      if (acknowledged === 400) process.kill(server.pid, "SIGKILL");
    }
  });
  await Promise.allSettled(writers);
  await sql.end({ timeout: 1 });
  const before = server;
  server = await startPostgres(options);
  expect(server.pid).not.toBe(before.pid);
  expect(server.port).toBe(before.port);
  const [row] = await ask<{ n: number }>(server.url, "select count(*)::int as n from kept");
  expect(acknowledged).toBeGreaterThanOrEqual(400);
  expect(row?.n).toBeGreaterThanOrEqual(acknowledged);
  // Nothing but what was under way when it fell.
  expect(row?.n).toBeLessThanOrEqual(acknowledged + 4);
}, 60_000);

test("a stale pid file of another process is no running server", async () => {
  await server.stop();
  expect(isAlive(server.pid)).toBe(false);
  // What a crash of the whole machine leaves: the pid belongs to somebody else by now.
  const pidFile = join(options.dataDir, "postmaster.pid");
  writeFileSync(pidFile, `${process.pid}\n${options.dataDir}\n1\n1\n\n127.0.0.1\n0\nready   \n`, {
    mode: 0o600,
  });
  server = await startPostgres(options);
  expect(server.pid).not.toBe(process.pid);
  expect(readFileSync(pidFile, "utf8").split("\n")[0]).toBe(String(server.pid));
  const [row] = await ask<{ n: number }>(server.url, "select count(*)::int as n from kept");
  expect(row?.n).toBeGreaterThanOrEqual(400);
}, 60_000);

test("stopping rolls back what is open and keeps what is acknowledged", async () => {
  const sql = postgres(server.url, { max: 2, onnotice: () => {} });
  await sql`create table act (id int)`;
  const begun = Promise.withResolvers<void>();
  const open = sql
    .begin(async (tx) => {
      await tx`insert into act values (1)`;
      begun.resolve();
      await new Promise(() => {});
    })
    .catch(() => "cut");
  await begun.promise;
  await sql`insert into kept values (-1)`;
  await server.stop();
  void open;
  await sql.end({ timeout: 0 });
  server = await startPostgres(options);
  const [row] = await ask(
    server.url,
    "select (select count(*)::int from act) as open, (select count(*)::int from kept where id = -1) as kept",
  );
  expect(row).toEqual({ open: 0, kept: 1 });
}, 60_000);
