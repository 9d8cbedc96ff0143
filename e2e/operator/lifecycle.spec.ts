import { existsSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { ask } from "#e2e/support/http.ts";
import { freePort, Instance, isAlive, nameOf, processesOf } from "#e2e/support/instance.ts";
import { dataDir } from "#e2e/support/product.ts";

test.describe.configure({ timeout: 120_000 });

const BARE = ["--no-demo"];
const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);
const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
const note = (type: string, milliseconds: number) =>
  test.info().annotations.push({ type, description: seconds(milliseconds) });

let instance: Instance;

test.beforeEach(() => {
  instance = new Instance();
});
test.afterEach(() => instance.discard());

const homeStatus = async (): Promise<number> => (await ask(`${instance.running().url}/`)).status;

test("a bare start makes no account, prints one link to set up, and says in a private file where it is", async () => {
  note("bare start", await instance.start(BARE));
  await expect.poll(() => instance.printed()).toContain("/setup/");
  const { url, admin, ops, processes, sites } = instance.running();
  const port = new URL(url).port;
  expect(admin).toBe(`http://admin.localhost:${port}/admin`);
  expect(ops).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(Object.keys(processes).sort()).toEqual(["admin", "gateway", "next", "postgres", "worker"]);
  for (const [name, pid] of Object.entries(processes)) expect(isAlive(pid), name).toBe(true);
  expect(sites).toEqual([]);
  expect(modeOf(instance.runningPath)).toBe("600");

  const links = instance.printed().match(/http:\/\/admin\.localhost:\d+\/admin\/setup\/\S+/g) ?? [];
  expect(links).toHaveLength(1);
  expect(existsSync(join(instance.dataDir, "demo-accounts.json"))).toBe(false);
  const [link = ""] = links;
  expect((await ask(link)).status).toBe(200);
  for (const [path, status] of [
    ["/healthz", 200],
    ["/readyz", 200],
    ["/", 200],
    ["/zwdt", 421],
  ] as const)
    expect((await ask(`${url}${path}`)).status, path).toBe(status);
  for (const path of ["/healthz", "/readyz"]) expect((await ask(`${ops}${path}`)).status).toBe(200);
});

test("a bare platform opens its first site with what it ships", async () => {
  await instance.start(BARE);
  const host = "first.localhost";
  const told = await instance.cli(
    ...["site", "open", "--template", "portal", "--code", "first", "--host", host],
    ...["--name", "第一个网站", "--id-code", "9912345678"],
  );
  expect(told.code, told.err).toBe(0);
  const address = `http://${host}:${new URL(instance.running().url).port}/`;
  const status = async () => (await ask(address)).status;
  await expect.poll(status, { timeout: 2_000, intervals: [50] }).toBe(200);
  expect((await ask(address)).body.includes("网站标识码：9912345678")).toBe(true);
});

test("SIGTERM leaves no process and no running.json, and the same folder starts again", async () => {
  await instance.start(BARE);
  expect(processesOf(instance.dataDir).length).toBeGreaterThanOrEqual(7);
  const since = performance.now();
  await instance.stop();
  note("stop", performance.now() - since);
  expect(existsSync(instance.runningPath)).toBe(false);
  await instance.expectGone(2_000);

  const told = await instance.cli("sites");
  expect(told.code, told.err).toBe(0);
  await instance.expectGone(5_000);

  note("second start", await instance.start(BARE));
  expect(await homeStatus()).toBe(200);
});

test("after kill -9 of every process the same folder starts again", async () => {
  await instance.start(BARE);
  instance.killAll();
  await instance.expectGone();
  expect(existsSync(instance.runningPath)).toBe(true);
  const told = await instance.cli("sites");
  expect(told.code).not.toBe(0);
  expect(`${told.out}${told.err}`).not.toMatch(/\n\s+at .*:\d+:\d+/);

  // The goal of 15 s is for a machine that does nothing else: here the figure is only noted.
  note("start after kill -9", await instance.start(BARE));
  expect(await homeStatus()).toBe(200);
});

test("Ctrl-C in the terminal, which every process hears, is a clean stop", async () => {
  await instance.start(BARE);
  instance.interrupt();
  await instance.expectGone(10_000);
  expect(existsSync(instance.runningPath)).toBe(false);
  expect(instance.printed()).not.toMatch(/\n\s+at .*:\d+:\d+/);
});

test("kill -9 of what npm start runs first takes everything down", async () => {
  instance.launch(["start", ...BARE], await freePort(), "scripts/bootstrap.mjs");
  await instance.ready();
  expect(await homeStatus()).toBe(200);
  instance.signal("SIGKILL");
  await instance.expectGone(10_000);
  expect(existsSync(instance.runningPath)).toBe(false);
});

test("kill -9 of the supervisor alone takes all its children down within ten seconds", async () => {
  await instance.start(BARE);
  instance.signal("SIGKILL");
  const since = performance.now();
  await instance.expectGone(10_000);
  note("children gone", performance.now() - since);
  await instance.start(BARE);
  expect(await homeStatus()).toBe(200);
});

test("a second start in the same folder is refused with a clear word, and the first goes on", async () => {
  await instance.start(BARE);
  const { pid } = instance;
  const before = instance.running();
  const rival = instance.launch(BARE, await freePort());
  await expect.poll(() => rival.exitCode, { timeout: 20_000 }).not.toBeNull();
  expect(rival.exitCode).not.toBe(0);
  expect(instance.printed()).toContain("already running");
  expect(instance.printed()).toContain(String(pid));
  expect(instance.printed(), "no stack").not.toMatch(/\n\s+at .*:\d+:\d+|Node\.js v\d/);
  expect(instance.running()).toEqual(before);
  expect(await homeStatus()).toBe(200);
  expect(isAlive(pid)).toBe(true);
});

test("a taken port is passed over for the next free one, which running.json names", async () => {
  const port = await freePort();
  const squatter = createServer();
  await new Promise<void>((resolve) => squatter.listen(port, "127.0.0.1", resolve));
  try {
    await instance.start(BARE, port);
    const found = Number(new URL(instance.running().url).port);
    expect(found).toBeGreaterThan(port);
    expect(found).toBeLessThan(port + 200);
    expect(await homeStatus()).toBe(200);
  } finally {
    await new Promise((resolve) => squatter.close(resolve));
  }
});

test("the folder may have blanks, quotes and Chinese in its name", async () => {
  await instance.discard();
  instance = new Instance("政枢 数据 'it's'");
  await instance.start(BARE);
  expect(await homeStatus()).toBe(200);
  const told = await instance.cli("sites");
  expect(told.code, told.err).toBe(0);
  await instance.stop();
  await instance.expectGone(2_000);
});

test("what dies is replaced: gateway, worker, desk and database each come back", async () => {
  await instance.start(BARE);
  const { admin: _, ...others } = instance.running().processes;
  for (const name of ["worker", "gateway", "postgres"] as const) {
    const old = others[name];
    process.kill(old, "SIGKILL");
    const isBack = () => {
      const now = instance.running().processes[name];
      return now !== old && isAlive(now);
    };
    await expect.poll(isBack, { timeout: 20_000, message: `${name} ${nameOf(old)}` }).toBe(true);
    await expect.poll(() => homeStatus().catch(() => 0), { timeout: 20_000 }).toBe(200);
  }
  await expect.poll(async () => (await instance.cli("sites")).code, { timeout: 30_000 }).toBe(0);
});

test("the demo group's accounts and the platform's secrets are for their owner's eyes alone", () => {
  for (const name of ["demo-accounts.json", "secrets.json", "running.json", "postgres.json"])
    expect(modeOf(join(dataDir(), name)), name).toBe("600");
});
