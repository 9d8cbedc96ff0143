/** Pictures of the demo group: drawn for it, kept as SVG, stored through the media library as any other. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import * as z from "zod";
import type { Ctx } from "#modules/access/context.ts";
import { storeUpload } from "#modules/media/commands.ts";
import type { AttachedFile } from "#modules/resources/commands/compose.ts";

const CONTENT = join(import.meta.dirname, "content");

const illustration = z.object({
  picture: z.string(),
  alt: z.string().min(1),
  caption: z.string().min(1),
  documents: z.array(z.string()),
});
export type Illustration = z.infer<typeof illustration>;

export const listIllustrations = (): Illustration[] =>
  z
    .array(illustration)
    .parse(JSON.parse(readFileSync(join(CONTENT, "pictures.json"), "utf8")) as unknown);

export const drawingPath = (picture: string): string => join(CONTENT, "pictures", `${picture}.svg`);

/** The text with its picture after the first paragraph. */
function illustrate(body: string, { picture, alt, caption }: Illustration): string {
  const figure = `<figure><img src="${picture}" alt="${alt}"><figcaption>${caption}</figcaption></figure>`;
  return body.replace(/<\/p>/, (end) => `${end}${figure}`);
}

type Document = { id: string; body_html?: unknown } & Record<string, unknown>;
export type Illustrated = { value: Document; files: AttachedFile[] };

/** Gives documents their pictures; each is stored once, at the first site that shows it. */
export class Illustrator {
  private readonly byDocument = new Map(
    listIllustrations().flatMap((one) => one.documents.map((id) => [id, one] as const)),
  );
  private readonly stored = new Map<string, AttachedFile>();
  private readonly ctx: Ctx;

  constructor(ctx: Ctx) {
    this.ctx = ctx;
  }

  async illustrate(siteId: number, document: Document): Promise<Illustrated> {
    const found = this.byDocument.get(document.id);
    if (!found) return { value: document, files: [] };
    const body_html = illustrate(String(document.body_html), found);
    return { value: { ...document, body_html }, files: [await this.fileOf(siteId, found)] };
  }

  private async fileOf(siteId: number, { picture, caption }: Illustration): Promise<AttachedFile> {
    const known = this.stored.get(picture);
    if (known) return known;
    const bytes = await sharp(drawingPath(picture)).webp({ quality: 90 }).toBuffer();
    const upload = await storeUpload(this.ctx, { siteId, name: `${caption}.webp`, bytes });
    if (!upload.ok) throw new Error(`${picture}: ${upload.problems.join(", ")}`);
    const { id: assetId, sha256, extension, width, height } = upload.value;
    const file = { raw: picture, title: caption, assetId, sha256, extension, width, height };
    this.stored.set(picture, { ...file, isPicture: true });
    return { ...file, isPicture: true };
  }
}
