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

/** What `running.json` says; docs/interfaces.md promises it. */
type Running = {
  url: string;
  admin: string;
  ops: string;
  processes: Record<"gateway" | "next" | "admin" | "worker" | "postgres", number>;
  sites: { code: string; name: string; level: string; host: string; theme: string }[];
};

const isDemo = !process.argv.includes("--no-demo");
const say = (line: string) => process.stdout.write(`${line}\n`);

/** The lock of this DATA_DIR, or a sentence and the end. */
function lockOrLeave(): () => void {
  try {
    return takeLock();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

mkdirSync(dataPath("logs"), { recursive: true, mode: 0o700 });
const releaseLock = lockOrLeave();
// Left behind by a start that was killed: whoever waits for it must wait for ours.
rmSync(dataPath("running.json"), { force: true });
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
async function startDatabase(): Promise<string> {
  if (env.DATABASE_URL) return env.DATABASE_URL;
  keeper = new Child(
    { name: "keeper", file: "db/embedded/keeper.ts", env: { APP_ROLE: "start" }, isOurs: true },
    () => writeRunning(),
  );
  const { url } = (await keeper.firstWord) as { url: string };
  return url;
}

type Ports = { gateway: number; ops: number; next: number; admin: number };

async function choosePorts(): Promise<Ports> {
  const gateway = await nextFreePort(env.PORT);
  const [ops = 0, next = 0, admin = 0] = await anyFreePorts(3);
  return { gateway, ops, next, admin };
}

/** Starts next twice, the worker and the gateway; resolves when pages can be drawn. */
async function startProcesses(
  ports: Ports,
  databaseAddress: string,
  buildName: string,
): Promise<void> {
  const common = {
    DATABASE_URL: databaseAddress,
    NODE_ENV: "production",
    ZS_GATE_SECRET: randomBytes(24).toString("base64url"),
    ZS_PUBLIC_PORT: String(ports.gateway),
    ZS_GATEWAY_PORT: String(ports.gateway),
    ZS_OPS_PORT: String(ports.ops),
    ZS_NEXT_PUBLIC_PORT: String(ports.next),
    ZS_NEXT_ADMIN_PORT: String(ports.admin),
    // Pages print the port in their addresses, so another port is another world.
    ZS_WORLD: `${buildName}-${ports.gateway}`,
  };
  const next = (name: string, role: string, port: number) =>
    keep({
      name,
      file: "scripts/next-role.mjs",
      args: ["-p", String(port), "-H", "localhost"],
      env: {
        ...common,
        APP_ROLE: role,
        NEXTAUTH_URL: `${originOf(env.ZS_ADMIN_HOST, ports.gateway)}/admin/api/auth`,
      },
      isOurs: false,
    });
  const ours = (name: string, file: string) =>
    keep({ name, file, env: { ...common, APP_ROLE: name }, isOurs: true });
  next("next", "public", ports.next);
  next("admin", "admin", ports.admin);
  ours("worker", "worker/main.ts");
  await ours("gateway", "gateway/main.ts").firstWord;
  await untilReady(ports.ops);
}

/** Writes running.json now and whenever a process is replaced. */
function announce(ports: Ports, sites: Running["sites"]): void {
  const pidOf = (name: string) => children.find((child) => child.name === name)?.pid ?? 0;
  writeRunning = () => {
    if (isStopping) return;
    const running: Running = {
      url: `http://localhost:${ports.gateway}`,
      admin: `${originOf(env.ZS_ADMIN_HOST, ports.gateway)}/admin`,
      ops: `http://127.0.0.1:${ports.ops}`,
      processes: {
        gateway: pidOf("gateway"),
        next: pidOf("next"),
        admin: pidOf("admin"),
        worker: pidOf("worker"),
        postgres: (keeper?.lastWord as { pid: number } | null)?.pid ?? 0,
      },
      sites,
    };
    writePrivateFile(dataPath("running.json"), `${JSON.stringify(running, null, 2)}\n`);
  };
  writeRunning();
}

function greet(
  ports: Ports,
  sites: Running["sites"],
  setup: { token: string | null; hasAccounts: boolean },
): void {
  const adminUrl = `${originOf(env.ZS_ADMIN_HOST, ports.gateway)}/admin`;
  say(`\n就绪 ready · ${totalSeconds()} s`);
  say(`  本机首页 http://localhost:${ports.gateway}/`);
  for (const site of sites) say(`  ${site.name} ${originOf(site.host, ports.gateway)}/`);
  say(`  工作台 ${adminUrl}`);
  if (setup.hasAccounts) say(`  演示账号 demo accounts: ${dataPath("demo-accounts.json")}`);
  if (!setup.token) return;
  say("\n首次设置（15 分钟内有效，只能用一次）set-up, once, within 15 minutes:");
  say(`  ${adminUrl}/setup/${setup.token}`);
}

async function main(): Promise<void> {
  say("政枢 Zhengshu");
  const building = step("构建 build", buildIfNeeded, ({ isNew }) =>
    isNew ? "" : "（未变 unchanged）",
  );
  building.catch(() => {});
  const url = await step("数据库 database", startDatabase);
  await step(
    "迁移 migrations",
    () => migrate(url),
    (names) => (names.length > 0 ? names.join(", ") : "（无 none）"),
  );
  await step("队列 queues", () => prepareQueues(url, REACTIONS));
  const { sql, db } = connect({ role: "zs_app", max: 3, name: "start", url });
  const setup = await prepareContent({ sql, db, isDemo });
  const build = await building;
  const ports = await choosePorts();
  await step("进程 processes", () => startProcesses(ports, url, build.name));
  const sites = (await listSites(db)).map(({ code, name, level, host, theme }) => ({
    code,
    name,
    level,
    host,
    theme,
  }));
  await sql.end();
  announce(ports, sites);
  greet(ports, sites, setup);
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
