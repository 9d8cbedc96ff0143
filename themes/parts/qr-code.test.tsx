import jsQR from "jsqr";
import { renderToStaticMarkup } from "react-dom/server";
import sharp from "sharp";
import { expect, test } from "vitest";
import { QrCode } from "#themes/parts/qr-code.tsx";

/** The code as a camera would see it: black on white, a few pixels for each module. */
async function read(svg: string): Promise<string | undefined> {
  const picture = svg
    .replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" width="480" height="480" ')
    .replace('class="qr-ground"', 'fill="#fff"');
  const { data, info } = await sharp(Buffer.from(picture))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

test.each([
  "https://www.yunchuan.gov.cn/zwdt/tzgg/202611/18.html",
  "http://www.yunchuan.localhost:3000/zh-hant/zwdt/%E4%B8%AD%E6%96%87/202611/18.html",
  `https://www.yunchuan.gov.cn/${"a".repeat(180)}.html`,
])("a reader finds %s in its code", async (url) => {
  const svg = renderToStaticMarkup(<QrCode text={url} title="二维码" className="h-32 w-32" />);
  expect(svg).toContain('aria-label="二维码"');
  expect(await read(svg)).toBe(url);
});
