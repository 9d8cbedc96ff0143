import { readFileSync } from "node:fs";
import type { ParseArgsConfig } from "node:util";
import type { Platform } from "./platform.ts";

/** The call itself is wrong: the answer shows how to call. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export type Given = { values: Record<string, string | boolean | undefined>; words: string[] };

export type Command = {
  usage: string;
  options: NonNullable<ParseArgsConfig["options"]>;
  /** Resolves to the exit code. */
  run: (platform: Platform, given: Given) => Promise<number>;
};

/** The value of a mandatory option. @throws {UsageError} */
export function need(given: Given, name: string): string {
  const value = given.values[name];
  if (typeof value !== "string" || value.trim() === "")
    throw new UsageError(`缺少 --${name} is missing`);
  return value;
}

export const optional = (given: Given, name: string): string | null => {
  const value = given.values[name];
  return typeof value === "string" ? value : null;
};

/** What stands in a file that an option names. @throws {UsageError} */
export function readJson(option: string, path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new UsageError(`--${option} ${path}: ${error instanceof Error ? error.message : "?"}`);
  }
}
