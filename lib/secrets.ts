import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import * as z from "zod";
import { dataPath } from "#lib/env.ts";

const schema = z.object({
  databasePassword: z.string().min(32),
  /** Signs kept pages; only the gateway uses it. */
  artefactKey: z.string().min(32),
  /** Signs audit rows. */
  auditKey: z.string().min(32),
});
type Secrets = z.infer<typeof schema>;

/** Writes a file that only this user can read, whole or not at all. */
export function writePrivateFile(path: string, text: string): void {
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, text, { mode: 0o600 });
  renameSync(draft, path);
}

/** Secrets of this installation, made at random on first use and kept in DATA_DIR (mode 0600). */
export function secrets(): Secrets {
  const path = dataPath("secrets.json");
  if (!existsSync(path)) {
    mkdirSync(dataPath(), { recursive: true, mode: 0o700 });
    const word = () => randomBytes(32).toString("base64url");
    const made: Secrets = { databasePassword: word(), artefactKey: word(), auditKey: word() };
    writePrivateFile(path, `${JSON.stringify(made, null, 2)}\n`);
  }
  return schema.parse(JSON.parse(readFileSync(path, "utf8")));
}
