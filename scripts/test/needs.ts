/** What the end-to-end tests need of the machine beyond node_modules: a browser, Chinese type, Java. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const succeeds = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;

const NEEDS: { packageName: string; isThere: () => boolean }[] = [
  { packageName: "chromium", isThere: () => existsSync("/usr/bin/chromium") },
  {
    packageName: "chromium-headless-shell",
    isThere: () => existsSync("/usr/bin/chromium-headless-shell"),
  },
  {
    packageName: "fonts-noto-cjk",
    isThere: () => {
      const { stdout } = spawnSync("fc-list", [":lang=zh-cn", "family"], { encoding: "utf8" });
      return (stdout ?? "").trim() !== "";
    },
  },
  { packageName: "default-jre-headless", isThere: () => succeeds("java", "-version") },
];

function missing(): string[] {
  return NEEDS.filter(({ isThere }) => !isThere()).map(({ packageName }) => packageName);
}

/** apt-get waits for another apt-get instead of failing, and asks nobody anything. */
function aptGet(...args: string[]): boolean {
  const { status } = spawnSync("apt-get", ["-o", "DPkg::Lock::Timeout=300", ...args], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  return status === 0;
}

/** As `meetNeeds`, for a program that cannot go on without. @throws Error that says what to run */
export function needBrowser(): void {
  const command = meetNeeds();
  if (command !== null) throw new Error(`请先运行 run first: ${command}`);
}

/** Installs what is missing when it may. Returns what the reader must run, or null when all is there. */
export function meetNeeds(): string | null {
  const absent = missing();
  if (absent.length === 0) return null;
  const command = `apt-get install -y --no-install-recommends ${absent.join(" ")}`;
  if (process.getuid?.() !== 0) return `sudo ${command}`;
  console.log(`installing ${absent.join(" ")}`);
  const install = ["install", "-y", "--no-install-recommends", ...absent];
  // A fresh machine has no package lists yet; they are fetched only when the first try says so.
  const isDone = aptGet(...install) || (aptGet("update") && aptGet(...install));
  return isDone && missing().length === 0 ? null : command;
}
