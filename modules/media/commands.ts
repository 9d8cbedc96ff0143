import "server-only";
import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { link, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Db } from "#db/client.ts";
import { asset } from "#db/schema/media.ts";
import { inTransaction } from "#db/tx.ts";
import { dataPath } from "#lib/env.ts";
import type { Result } from "#lib/errors.ts";
import { AppError } from "#lib/errors.ts";
import type { Ctx } from "#modules/access/context.ts";
import { actorName } from "#modules/access/context.ts";
import { audit } from "#modules/audit/commands.ts";
import type { UploadProblem } from "#modules/media/domain.ts";
import { cleanName, sniff, uploadProblem } from "#modules/media/domain.ts";
import { canUseFiles } from "#modules/media/policy.ts";
import type { AssetRow } from "#modules/media/queries.ts";
import { getAsset, listResourceFiles } from "#modules/media/queries.ts";

const REENCODE_MS = 10_000;

/** Where the bytes of a file lie: all of them, and those that citizens may have. */
export const filePath = (
  file: { sha256: string; extension: string },
  shelf: "files" | "public-files" = "files",
): string => dataPath(shelf, file.sha256.slice(0, 2), `${file.sha256}.${file.extension}`);

type Picture = {
  bytes: Buffer;
  width: number;
  height: number;
  extension: string;
  mediaType: string;
};

/** The picture written anew by a process of its own; null when it cannot be read as one. */
function reencode(bytes: Buffer): Promise<Picture | null> {
  return new Promise((resolve) => {
    const script = join(/* turbopackIgnore: true */ process.cwd(), "lib/images/reencode.ts");
    const child = spawn(process.execPath, [script], {
      stdio: ["pipe", "pipe", "ignore"],
      timeout: REENCODE_MS,
      killSignal: "SIGKILL",
    });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stdin.on("error", () => {});
    child.on("error", () => resolve(null));
    child.on("close", (code) => {
      const output = Buffer.concat(chunks);
      const end = output.indexOf(10);
      if (code !== 0 || end < 0) return resolve(null);
      // Safe because our own script wrote the line.
      const facts = JSON.parse(output.subarray(0, end).toString()) as Omit<Picture, "bytes">;
      return resolve({ ...facts, bytes: output.subarray(end + 1) });
    });
    child.stdin.end(bytes);
  });
}

async function writeFileOnce(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomBytes(6).toString("hex")}.tmp`;
  const file = await open(draft, "w", 0o640);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
}

type Stored = {
  kind: { extension: string; mediaType: string };
  bytes: Buffer;
  width: number | null;
  height: number | null;
};

async function prepare(bytes: Buffer): Promise<Stored | UploadProblem> {
  const kind = sniff(bytes);
  const problem = uploadProblem(bytes, kind);
  if (problem || !kind) return problem ?? "file-kind";
  if (kind.family !== "picture") return { kind, bytes, width: null, height: null };
  const made = await reencode(bytes);
  if (!made) return "picture-broken";
  const { extension, mediaType, width, height } = made;
  return { kind: { extension, mediaType }, bytes: made.bytes, width, height };
}

/**
 * Takes a file in: known by its bytes, pictures written anew, stored once under the hash of what is
 * stored. The same file again is the same asset.
 * @throws FORBIDDEN @rule U1–U4, X2
 */
export async function storeUpload(
  ctx: Ctx,
  upload: { siteId: number; name: string; bytes: Buffer },
): Promise<Result<AssetRow, UploadProblem>> {
  if (!canUseFiles(ctx.actor, upload.siteId)) throw new AppError("FORBIDDEN", "upload");
  const stored = await prepare(upload.bytes);
  if (typeof stored === "string") return { ok: false, problems: [stored] };
  const { kind, bytes, width, height } = stored;
  const sha256 = createHash("sha256").update(bytes).digest();
  await writeFileOnce(
    filePath({ sha256: sha256.toString("hex"), extension: kind.extension }),
    bytes,
  );
  return await inTransaction(ctx.db, async (tx) => {
    const values = {
      sha256,
      mediaType: kind.mediaType,
      extension: kind.extension,
      sizeBytes: bytes.length,
      widthPixels: width,
      heightPixels: height,
      siteId: upload.siteId,
      name: cleanName(upload.name, kind.extension),
      createdBy: actorName(ctx.actor),
    };
    const [row] = await tx
      .insert(asset)
      .values(values)
      .onConflictDoUpdate({ target: asset.sha256, set: { sha256 } })
      .returning({ id: asset.id });
    const found = row ? await getAsset(tx, row.id) : null;
    if (!found) throw new Error("upsert returned nothing");
    await audit(tx, ctx, {
      action: "media.upload",
      subject: ["asset", found.id],
      siteId: upload.siteId,
      details: { name: values.name, sizeBytes: bytes.length },
    });
    return { ok: true, value: found };
  });
}

/** Puts the files of a resource where the gateway finds them, or takes them away; may run twice. */
export async function syncPublicFiles(db: Db, resourceId: number): Promise<void> {
  for (const file of await listResourceFiles(db, resourceId)) {
    const path = filePath(file, "public-files");
    if (!file.isPublic) await rm(path, { force: true });
    else {
      await mkdir(dirname(path), { recursive: true });
      await link(filePath(file), path).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== "EEXIST") throw error;
      });
    }
  }
}
