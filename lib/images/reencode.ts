/**
 * Runs as a process of its own: reads one picture on stdin, writes it anew on stdout. A decoder that
 * is attacked takes only this process with it. Nothing of the original's metadata survives (U2–U4).
 * Output: one line of JSON (`width height extension mediaType`), then the bytes.
 */
import sharp from "sharp";

const MAX_PIXELS = 40_000_000;
/** Wider than any page shows it, twice. */
const MAX_SIDE = 2_560;
const FORMATS = { jpeg: "image/jpeg", png: "image/png", webp: "image/webp" } as const;

sharp.concurrency(1);
sharp.cache(false);

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const picture = sharp(Buffer.concat(chunks), {
  limitInputPixels: MAX_PIXELS,
  failOn: "error",
  animated: false,
});
const { format } = await picture.metadata();
// GIF becomes PNG: nothing on a government page moves by itself.
const name = format === "jpeg" || format === "webp" ? format : "png";
const { data, info } = await picture
  .rotate()
  .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: "inside", withoutEnlargement: true })
  .toColourspace("srgb")
  .toFormat(name, name === "png" ? { compressionLevel: 9 } : { quality: 82 })
  .toBuffer({ resolveWithObject: true });
const extension = name === "jpeg" ? "jpg" : name;
process.stdout.write(
  `${JSON.stringify({ width: info.width, height: info.height, extension, mediaType: FORMATS[name] })}\n`,
);
process.stdout.write(data);
