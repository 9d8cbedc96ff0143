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
  /** Signs the addresses of leave-site pages. */
  leaveKey: z.string().min(32),
  /** Encrypts the staff cookie. */
  sessionKey: z.string().min(32),
});
type Secrets = z.infer<typeof schema>;

/** Writes a file that only this user can read, whole or not at all. */
export function writePrivateFile(path: string, text: string): void {
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, text, { mode: 0o600 });
  renameSync(draft, path);
}

/**
 * Secrets of this installation, made at random on first use and kept in DATA_DIR (mode 0600). An
 * installation of an older version gets those it lacks.
 */
export function secrets(): Secrets {
  const path = dataPath("secrets.json");
  const held: unknown = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
  const known = schema.safeParse(held);
  if (known.success) return known.data;
  mkdirSync(dataPath(), { recursive: true, mode: 0o700 });
  const names = Object.keys(schema.shape);
  const made = Object.fromEntries(
    names.map((name) => [name, randomBytes(32).toString("base64url")]),
  );
  const all = schema.parse({ ...made, ...(held as object) });
  writePrivateFile(path, `${JSON.stringify(all, null, 2)}\n`);
  return all;
}
