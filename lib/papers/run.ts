/** Reads the words of a file in a process of its own, within bounds of time, memory and output. */
import { spawn } from "node:child_process";
import { open, readFile } from "node:fs/promises";
import { setPriority } from "node:os";
import { join } from "node:path";
import type { PaperFailure, Reading } from "./reading.ts";
import { readingSchema } from "./reading.ts";

export type PaperBounds = {
  timeMs: number;
  /** Of the whole process, as the system counts it. */
  memoryBytes: number;
  /** Longer texts are cut here. */
  characters: number;
};

const HOUSE = join(import.meta.dirname, "../..");
/** The child may read the program and nothing else: not the data folder, not the system. */
const READABLE = ["lib/*", "node_modules/*", "package.json"];
const WATCH_EVERY_MS = 50;
/** Seconds of processors for each second of the clock: V8 tidies beside the program. */
const CPU_SHARE = 2;
/** Share of the memory that V8 may have; buffers, the program itself and its threads have the rest. */
const HEAP_SHARE = 0.6;
/** JSON writes a character in six bytes at most; what stands around the text is short. */
const BYTES_A_CHARACTER = 6;
const AROUND_BYTES = 2_000;
/** Readers' work may wait for readers: below everything else on the machine. */
const NICE = 10;
const MEGABYTE = 1024 * 1024;

const failed = (reason: PaperFailure, detail = ""): Reading => ({
  state: "failed",
  reason,
  detail,
});

/** Bytes that the process has; 0 when it is gone. */
async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
}

function heard(output: string, end: string): Reading {
  try {
    return readingSchema.parse(JSON.parse(output));
  } catch {
    return failed("crashed", end);
  }
}

function startReader(input: number, { timeMs, memoryBytes, characters }: PaperBounds) {
  const cpuSeconds = Math.ceil((timeMs / 1000) * CPU_SHARE);
  const heap = Math.floor((memoryBytes * HEAP_SHARE) / MEGABYTE);
  const child = spawn(
    "/bin/sh",
    [
      // The system ends what runs on when we are gone ourselves, whatever it does.
      ...["-c", 'ulimit -t "$0" 2>/dev/null; exec "$@"', String(cpuSeconds)],
      ...[process.execPath, "--permission"],
      ...READABLE.map((path) => `--allow-fs-read=${join(HOUSE, path)}`),
      ...[`--max-old-space-size=${heap}`, "--max-semi-space-size=8", "--no-warnings"],
      ...[join(HOUSE, "lib/papers/read.ts"), String(characters)],
    ],
    // Nothing of our environment goes along: it may hold secrets.
    { cwd: HOUSE, env: { NODE_ENV: "production" }, stdio: [input, "pipe", "ignore"] },
  );
  if (child.pid) {
    try {
      setPriority(child.pid, NICE);
    } catch {
      // It has ended already: there is nobody to hurry.
    }
  }
  return child;
}

function watch(input: number, bounds: PaperBounds, ending?: AbortSignal): Promise<Reading> {
  const child = startReader(input, bounds);
  const mostBytes = bounds.characters * BYTES_A_CHARACTER + AROUND_BYTES;
  return new Promise((resolve) => {
    let why: PaperFailure | null = null;
    const stop = (reason: PaperFailure) => {
      why ??= reason;
      child.kill("SIGKILL");
    };
    if (ending?.aborted) stop("crashed");
    ending?.addEventListener("abort", () => stop("crashed"), { once: true });
    const clock = setTimeout(() => stop("time"), bounds.timeMs);
    const guard = setInterval(async () => {
      if ((await residentBytes(child.pid ?? 0)) > bounds.memoryBytes) stop("memory");
    }, WATCH_EVERY_MS);
    const chunks: Buffer[] = [];
    let hadBytes = 0;
    child.stdout?.on("data", (chunk: Buffer) => {
      hadBytes += chunk.length;
      if (hadBytes > mostBytes) stop("output");
      else chunks.push(chunk);
    });
    child.on("error", () => stop("crashed"));
    child.on("close", (code, signal) => {
      clearTimeout(clock);
      clearInterval(guard);
      // V8 aborts when its heap is full; the system ends who used up its processor time.
      if (signal === "SIGABRT") why ??= "memory";
      if (signal === "SIGXCPU") why ??= "time";
      resolve(why ? failed(why) : heard(Buffer.concat(chunks).toString(), `${signal ?? code}`));
    });
  });
}

/**
 * What stands in the file at `path`. Never throws: whatever the file does, it is said as a reading.
 * @param ending takes the process away; what it says then is worth nothing
 */
export async function readPaperFile(
  path: string,
  bounds: PaperBounds,
  ending?: AbortSignal,
): Promise<Reading> {
  const file = await open(path).catch(() => null);
  if (!file) return failed("missing");
  try {
    return await watch(file.fd, bounds, ending);
  } finally {
    await file.close();
  }
}
