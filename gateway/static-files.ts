import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Encoding } from "#lib/pagestore/artefact.ts";
import { compress, etagOf } from "#lib/pagestore/artefact.ts";

export type StaticFile = {
  type: string;
  etag: string;
  isImmutable: boolean;
  bodies: Record<Encoding, Buffer>;
};

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".js": "text/javascript; charset=utf-8",
};

/** Where each public prefix lies; a name is one plain segment, so no path can leave its folder. */
const FOLDERS: Record<string, string> = { t: ".themes", marks: "public/marks" };
/** Drawn by the gateway itself, so it ships with it. */
const STATE_STYLES = "/t/state.css";
const PLAIN_NAME = /^[a-z0-9][a-z0-9.-]{0,80}$/;
const HASHED = /\.[a-f0-9]{8}\.(?:css|js)$/;

const cache = new Map<string, StaticFile | null>();

/** `/t/<file>.css`, `/marks/<file>.svg`: read and compressed once. Null when there is no such file. */
export async function findStaticFile(target: string): Promise<StaticFile | null> {
  const path = target.split("?")[0] ?? "";
  const held = cache.get(path);
  if (held !== undefined) return held;
  const [, prefix = "", name = "", ...rest] = path.split("/");
  const folder = Object.hasOwn(FOLDERS, prefix) ? FOLDERS[prefix] : undefined;
  const type = TYPES[extname(name)];
  if (!folder || !type || rest.length > 0 || !PLAIN_NAME.test(name)) return null;
  const file =
    path === STATE_STYLES
      ? join(import.meta.dirname, "state.css")
      : join(process.cwd(), folder, name);
  const body = await readFile(file).catch(() => null);
  if (!body) return null;
  const found = {
    type,
    etag: etagOf(body),
    isImmutable: HASHED.test(name),
    bodies: compress(body),
  };
  cache.set(path, found);
  return found;
}
