/** The Nu HTML checker on many pages in one run: Java starts once. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { HOUSE } from "#e2e/support/product.ts";

const JAR = join(HOUSE, "node_modules/vnu-jar/build/dist/vnu.jar");

type Message = { type: string; url: string; lastLine?: number; message: string; extract?: string };

function run(files: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const args = ["-jar", JAR, "--errors-only", "--format", "json", ...files];
    const child = spawn("java", args, { stdio: ["ignore", "ignore", "pipe"] });
    let told = "";
    child.stderr.on("data", (chunk: Buffer) => {
      told += chunk.toString();
    });
    child.on("error", reject);
    child.on("close", () => resolve(told));
  });
}

/** Every error as one line, with the page's name. Empty means all pages are valid. */
export async function htmlErrors(
  pages: readonly { name: string; html: string }[],
): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "zs-e2e-vnu-"));
  try {
    const files = pages.map(({ html }, index) => {
      const file = join(folder, `${index}.html`);
      writeFileSync(file, html);
      return file;
    });
    const { messages } = JSON.parse(await run(files)) as { messages: Message[] };
    return messages.map(({ url, message, extract }) => {
      const page = pages[Number(basename(url ?? "", ".html"))];
      return `${page?.name}: ${message} ${extract ?? ""}`;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
