/**
 * `npm start`: the supervisor. Brings up the database, the build and all processes, keeps them
 * alive, and takes them down together. Nothing outlives it: every child ends when its channel closes.
 */
import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { connect } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { dataPath, env } from "#lib/env.ts";
import { originOf } from "#lib/routing/decide.ts";
import { writePrivateFile } from "#lib/secrets.ts";
import { prepareQueues } from "#modules/jobs/commands.ts";
import { REACTIONS } from "#modules/reactions.ts";
import { listSites } from "#modules/sites/queries/registry.ts";
import { buildIfNeeded } from "./start/build.ts";
import { Child } from "./start/children.ts";
import { prepareContent } from "./start/content.ts";
import { takeLock } from "./start/lock.ts";
import { anyFreePorts, nextFreePort } from "./start/ports.ts";
import { step, totalSeconds } from "./start/steps.ts";

const isDemo = !process.argv.includes("--no-demo");
const say = (line: string) => process.stdout.write(`${line}\n`);

mkdirSync(dataPath("logs"), { recursive: true, mode: 0o700 });
const releaseLock = takeLock();
const children: Child[] = [];
let keeper: Child | null = null;
let writeRunning = () => {};
let isStopping = false;

async function stop(code: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  rmSync(dataPath("running.json"), { force: true });
  await Promise.all(children.map((child) => child.stop()));
  await keeper?.stop();
  releaseLock();
  process.exit(code);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"] as const)
  process.on(signal, () => void stop(0));

const keep = (spec: ConstructorParameters<typeof Child>[0]): Child => {
  const child = new Child(spec, () => writeRunning());
  children.push(child);
  return child;
};

/** The embedded database under its keeper, or the one that DATABASE_URL names. */
async function startDatabase(): Promise<{ url: string; pid: number }> {
  if (env.DATABASE_URL) return { url: env.DATABASE_URL, pid: 0 };
  keeper = new Child(
    { name: "keeper", file: "db/embedded/keeper.ts", env: { APP_ROLE: "start" }, isOurs: true },
    () => {},
  );
  const { url, pid } = (await keeper.firstWord) as { url: string; pid: number };
  return { url, pid };
}

async function main(): Promise<void> {
  say("政枢 Zhengshu");
  const building = step("构建 build", buildIfNeeded, ({ isNew }) =>
    isNew ? "" : "（未变 unchanged）",
  );
  building.catch(() => {});
  const database = await step("数据库 database", startDatabase);
  await step(
    "迁移 migrations",
    () => migrate(database.url),
    (names) => (names.length > 0 ? names.join(", ") : "（无 none）"),
  );
  await step("队列 queues", () => prepareQueues(database.url, REACTIONS));
  const { sql, db } = connect({ role: "zs_app", max: 3, name: "start", url: database.url });
  const setup = await prepareContent({ sql, db, isDemo });
  const build = await building;

  const port = await nextFreePort(env.PORT);
  const [opsPort = 0, publicPort = 0, adminPort = 0] = await anyFreePorts(3);
  const common = {
    DATABASE_URL: database.url,
    NODE_ENV: "production",
    ZS_GATE_SECRET: randomBytes(24).toString("base64url"),
    ZS_PUBLIC_PORT: String(port),
    ZS_GATEWAY_PORT: String(port),
    ZS_OPS_PORT: String(opsPort),
    ZS_NEXT_PUBLIC_PORT: String(publicPort),
    ZS_NEXT_ADMIN_PORT: String(adminPort),
    // Pages print the port in their addresses, so another port is another world.
    ZS_WORLD: `${build.name}-${port}`,
  };
  const next = (role: "public" | "admin", nextPort: number) =>
    keep({
      name: role === "public" ? "next" : "admin",
      file: "scripts/next-role.mjs",
      args: ["-p", String(nextPort), "-H", "localhost"],
      env: { ...common, APP_ROLE: role },
      isOurs: false,
    });
  const gateway = await step("进程 processes", async () => {
    next("public", publicPort);
    next("admin", adminPort);
    keep({
      name: "worker",
      file: "worker/main.ts",
      env: { ...common, APP_ROLE: "worker" },
      isOurs: true,
    });
    const door = keep({
      name: "gateway",
      file: "gateway/main.ts",
      env: { ...common, APP_ROLE: "gateway" },
      isOurs: true,
    });
    await door.firstWord;
    await untilReady(opsPort);
    return door;
  });

  const adminUrl = `${originOf(env.ZS_ADMIN_HOST, port)}/admin`;
  const sites = (await listSites(db)).map(({ code, name, level, host, theme }) => ({
    code,
    name,
    level,
    host,
    theme,
  }));
  await sql.end();
  const pidOf = (name: string) => children.find((child) => child.name === name)?.pid ?? 0;
  writeRunning = () => {
    if (isStopping) return;
    const processes = {
      gateway: gateway.pid,
      next: pidOf("next"),
      admin: pidOf("admin"),
      worker: pidOf("worker"),
      postgres: database.pid,
    };
    const running = {
      url: `http://localhost:${port}`,
      admin: adminUrl,
      ops: `http://127.0.0.1:${opsPort}`,
      processes,
      sites,
    };
    writePrivateFile(dataPath("running.json"), `${JSON.stringify(running, null, 2)}\n`);
  };
  writeRunning();
  say(`\n就绪 ready · ${totalSeconds()} s`);
  say(`  本机首页 ${`http://localhost:${port}/`}`);
  for (const site of sites) say(`  ${site.name} ${originOf(site.host, port)}/`);
  say(`  工作台 ${adminUrl}`);
  if (setup.token)
    say(
      `\n首次设置（15 分钟内有效，只能用一次）set-up, once, within 15 minutes:\n  ${adminUrl}/setup/${setup.token}`,
    );
  if (setup.hasAccounts) say(`  演示账号 demo accounts: ${dataPath("demo-accounts.json")}`);
}

/** Until the gateway can draw pages. */
async function untilReady(opsPort: number): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    const answer = await fetch(`http://127.0.0.1:${opsPort}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the processes are not ready after a minute: see the log above");
}

main().catch((error: unknown) => {
  process.stderr.write(
    `\n启动失败 start failed: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  void stop(1);
});
