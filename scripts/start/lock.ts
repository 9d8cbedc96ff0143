import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { dataPath } from "#lib/env.ts";

const path = () => dataPath("supervisor.lock");

function holder(): number | null {
  try {
    const pid = Number(readFileSync(path(), "utf8"));
    process.kill(pid, 0);
    // A pid may have been given to somebody else since: only our own kind counts.
    const command =
      process.platform === "linux"
        ? readFileSync(`/proc/${pid}/cmdline`, "utf8")
        : "scripts/start.ts";
    return command.includes("scripts/start.ts") && pid !== process.pid ? pid : null;
  } catch {
    return null;
  }
}

/** One platform in one DATA_DIR. Returns what gives the lock back. @throws when another one runs */
export function takeLock(): () => void {
  const pid = holder();
  if (pid !== null)
    throw new Error(
      `政枢已在运行（进程 ${pid}，目录 ${dataPath()}）。already running; stop it first or set another DATA_DIR`,
    );
  rmSync(path(), { force: true });
  const file = openSync(path(), "wx", 0o600);
  writeSync(file, String(process.pid));
  closeSync(file);
  return () => rmSync(path(), { force: true });
}
