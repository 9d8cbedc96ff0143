/** How alike two pictures are built, colours aside (CITIZEN-DESIGN §3.6, the distinctness gate). */
import sharp from "sharp";

const WIDTH = 64;
const HEIGHT = 48;
const WINDOW = 8;
const STEP = 4;
const C1 = (0.01 * 255) ** 2;
const C2 = (0.03 * 255) ** 2;

/** 64 × 48 grey values of a screenshot. */
async function luma(picture: Buffer): Promise<Buffer> {
  return await sharp(picture)
    .removeAlpha()
    .resize(WIDTH, HEIGHT, { fit: "fill" })
    .greyscale()
    .raw()
    .toBuffer();
}

function windowAt(grey: Buffer, left: number, top: number): number[] {
  return Array.from(
    { length: WINDOW * WINDOW },
    (_, index) => grey[(top + Math.floor(index / WINDOW)) * WIDTH + left + (index % WINDOW)] ?? 0,
  );
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function similarity(one: number[], other: number[]): number {
  const [meanOne, meanOther] = [mean(one), mean(other)];
  const [offOne, offOther] = [one.map((v) => v - meanOne), other.map((v) => v - meanOther)];
  const covariance = mean(offOne.map((value, index) => value * (offOther[index] ?? 0)));
  const [spreadOne, spreadOther] = [
    mean(offOne.map((v) => v * v)),
    mean(offOther.map((v) => v * v)),
  ];
  return (
    ((2 * meanOne * meanOther + C1) * (2 * covariance + C2)) /
    ((meanOne ** 2 + meanOther ** 2 + C1) * (spreadOne + spreadOther + C2))
  );
}

/** Mean SSIM over 8 × 8 windows, step 4: about 1 for one skeleton in other colours, near 0 for another. */
export async function ssim(one: Buffer, other: Buffer): Promise<number> {
  const [greyOne, greyOther] = await Promise.all([luma(one), luma(other)]);
  const found: number[] = [];
  for (let top = 0; top + WINDOW <= HEIGHT; top += STEP)
    for (let left = 0; left + WINDOW <= WIDTH; left += STEP)
      found.push(similarity(windowAt(greyOne, left, top), windowAt(greyOther, left, top)));
  return mean(found);
}
