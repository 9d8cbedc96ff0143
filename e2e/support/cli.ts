/** The operator's command line, as a process of its own: nothing is shared with the tests. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { dataDir, gatewayPort, HOUSE } from "#e2e/support/product.ts";

export type Told = { code: number | null; out: string; err: string };

/** Runs `npm run cli -- …` on a DATA_DIR. */
export function cliOn(env: Record<string, string>, args: readonly string[]): Promise<Told> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ["--conditions=react-server", join(HOUSE, "scripts/cli.ts"), ...args],
      { cwd: HOUSE, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] },
    );
    let [out, err] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out, err }));
  });
}

/** The command line of the shared product. */
export const cli = (...args: string[]): Promise<Told> =>
  cliOn({ DATA_DIR: dataDir(), PORT: gatewayPort() }, args);

/** The same, for what must succeed: its output. @throws with what it complained of */
export async function order(...args: string[]): Promise<string> {
  const { code, out, err } = await cli(...args);
  if (code !== 0) throw new Error(`cli ${args.join(" ")} ended with ${code}: ${err}${out}`);
  return out;
}
