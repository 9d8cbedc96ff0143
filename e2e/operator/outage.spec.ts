import { expect, test } from "@playwright/test";
import { ask } from "#e2e/support/http.ts";
import { Instance, isAlive } from "#e2e/support/instance.ts";

test.describe.configure({ mode: "serial", timeout: 150_000 });

const PATHS = ["/", "/zwdt/tzgg", "/care", "/sitemap.html"];
let instance: Instance;
let origin = "";

test.beforeAll(async () => {
  test.setTimeout(150_000);
  instance = new Instance("outage");
  await instance.start();
  const { sites, url } = instance.running();
  origin = `http://${sites.find(({ code }) => code === "yunchuan")?.host}:${new URL(url).port}`;
});

test.afterAll(() => instance.discard());

const status = async (path: string): Promise<number> =>
  (await ask(`${origin}${path}`).catch(() => ({ status: 0 }))).status;

/** The first article of a list, as a path. */
async function firstArticle(list: string): Promise<string> {
  const { body } = await ask(`${origin}${list}`);
  return (
    /href="(\/[^"]*\/\d{6}\/\d+\.html)"/.exec(body.slice(body.indexOf('id="list"')))?.[1] ?? ""
  );
}

const withdraw = async (path: string): Promise<void> => {
  const number = /\/(\d+)\.html$/.exec(path)?.[1] ?? "";
  const told = await instance.cli("withdraw", number, "--reason", "中断测试");
  expect(told.code, told.err).toBe(0);
};

test("next killed is started again, and pages that were read before answer all the while", async () => {
  const article = await firstArticle("/zwdt/yw");
  const visited = [...PATHS, article];
  for (const path of visited) expect(await status(path), path).toBe(200);
  const { next } = instance.running().processes;
  process.kill(next, "SIGKILL");
  let [rounds, failed] = [0, 0];
  const isBack = async () => {
    for (const path of visited) failed += (await status(path)) === 200 ? 0 : 1;
    rounds += 1;
    const now = instance.running().processes.next;
    return now !== next && isAlive(now) && (await status(`/zwdt/tzgg/index_2.html`)) !== 503;
  };
  await expect.poll(isBack, { timeout: 30_000, intervals: [50] }).toBe(true);
  expect(failed, `of ${rounds} rounds`).toBe(0);
  // Drawing works again: a page that nobody has read yet.
  await expect.poll(() => status("/care/zcwj/fggz/index_2.html"), { timeout: 30_000 }).toBe(200);
});

test("next and the database killed and nobody there to start them: read pages answer 200, withdrawn ones 410", async () => {
  const [kept, lost] = [await firstArticle("/zwdt/yw"), await firstArticle("/zwdt/tzgg")];
  const visited = [...PATHS, kept, `/care${kept}`];
  for (const path of [...visited, lost, `/care${lost}`]) expect(await status(path), path).toBe(200);
  await withdraw(lost);
  await expect.poll(() => status(lost), { intervals: [50] }).toBe(410);
  await expect.poll(() => status(`/care${lost}`), { intervals: [50] }).toBe(410);
  await expect.poll(() => status("/zwdt/tzgg"), { intervals: [50] }).toBe(200);

  const { next, postgres } = instance.running().processes;
  instance.signal("SIGSTOP");
  try {
    for (const pid of [next, postgres]) process.kill(pid, "SIGKILL");
    await expect.poll(() => [isAlive(next), isAlive(postgres)]).toEqual([false, false]);
    for (const round of [1, 2, 3]) {
      for (const path of visited) expect(await status(path), `${path}, round ${round}`).toBe(200);
      for (const path of [lost, `/care${lost}`]) expect(await status(path), path).toBe(410);
    }
    // What was never read cannot be drawn now; it says so and asks to come back.
    const unread = await ask(`${origin}/zfxxgk/gkzn`);
    expect(unread.status).toBe(503);
    expect(Number(unread.headers["retry-after"])).toBeGreaterThan(0);
    expect(unread.body.includes("页面暂时打不开")).toBe(true);
  } finally {
    instance.signal("SIGCONT");
  }
  await expect.poll(() => status("/zfxxgk/gkzn"), { timeout: 60_000 }).toBe(200);
});

test("the gateway itself killed comes back with its pages, before anything else has to draw", async () => {
  const { gateway } = instance.running().processes;
  process.kill(gateway, "SIGKILL");
  const isBack = async () => {
    const now = instance.running().processes.gateway;
    return now !== gateway && (await status("/")) === 200;
  };
  await expect.poll(isBack, { timeout: 30_000, intervals: [50] }).toBe(true);
  for (const path of PATHS) expect(await status(path), path).toBe(200);
});
